/** Pausing alerts. */
export const pause = {
  hour: 'Pause for an hour',
  tomorrow: 'Pause until tomorrow',
  until: 'Paused until {moment}',
  resume: 'Paused until {moment}: resume',
} as const;

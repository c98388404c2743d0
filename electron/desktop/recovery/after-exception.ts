/** Describes the moment of an uncaught exception. Times are epoch milliseconds. */
export type Moment = {
  now: number;
  /** When this process was restarted after an exception; null if the user or the system started it. */
  restartedAt: number | null;
  /** True if a restart loses nothing: no window is open, no task runs, and the sign-in is stored. */
  nothingToLose: boolean;
};

/** An exception this soon after a restart shows that restarting does not help. */
const restartHelpsMs = 10 * 60_000;

/**
 * Returns whether to restart, which gives a clean state but loses what is in memory. So it restarts only if nothing is lost,
 * and not again soon; otherwise the app goes on, because an app that ended sends no alerts.
 */
export function afterException({ now, restartedAt, nothingToLose }: Moment): 'restart' | 'go-on' {
  const tooSoon = restartedAt !== null && now - restartedAt >= 0 && now - restartedAt < restartHelpsMs;
  return nothingToLose && !tooSoon ? 'restart' : 'go-on';
}

/** Why Oxygauge does not start, in the terminal. */
export const refusal = {
  didNotStart: 'Oxygauge did not start. {problem}',
  demoFault: '--demo-fault takes one of {names}.',
  'apiUrl.no-address': 'OXYGAUGE_API_URL is not an address.',
  'apiUrl.holds-sign-in': 'OXYGAUGE_API_URL must not contain a username or password.',
  'apiUrl.no-path-end': 'OXYGAUGE_API_URL must end with its path, for example /v2.',
  'apiUrl.not-https': 'OXYGAUGE_API_URL must use https, or http on this computer (localhost).',
} as const;

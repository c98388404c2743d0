/** What the vendor's proxy answers instead of a tunnel. Its words are in the header `X-Error-Description`. */
export type ProxyRefusal = { status: number; words: string };

/** Every documented answer by a name. A sub-user named `fault_NAME` always gets it, with `_` for `-`. */
export const refusals = {
  'not-parsed': { status: 400, words: 'Could not parse the request.' },
  'socks-version': { status: 400, words: 'SOCKS version unsupported.' },
  parameters: { status: 400, words: 'Unsupported parameters were used.' },
  'invalid-request': { status: 400, words: 'Invalid HTTP request.' },
  restricted: { status: 403, words: 'Access denied: restricted target.' },
  authentication: { status: 407, words: 'Access denied: user authentication failed.' },
  limit: { status: 407, words: 'Access denied: traffic limit reached.' },
  internal: { status: 500, words: 'Internal error.' },
  session: { status: 502, words: 'Session failed.' },
  'exit-node': { status: 502, words: 'Exit node not found.' },
  'invalid-response': { status: 502, words: 'Invalid response.' },
  disconnected: { status: 502, words: 'Client disconnected.' },
  'timed-out': { status: 504, words: 'Timed out.' },
  'no-target': { status: 504, words: 'Could not reach the target.' },
  'no-exit-522': { status: 522, words: 'No exit found.' },
  'no-exit-525': { status: 525, words: 'No exit found.' },
} as const satisfies Record<string, ProxyRefusal>;

export type RefusalName = keyof typeof refusals;

/** What a proxy does that is broken, or whose target is. */
export const misbehaviours = [
  'silent',
  'http-0-9',
  'big-headers',
  'closes-in-handshake',
  'resets-in-handshake',
  'plain-after-200',
  'silent-after-200',
  'location-html',
  'location-huge',
  'location-markup',
  'location-drip',
] as const;
export type Misbehaviour = (typeof misbehaviours)[number];

export type ProxyFault = RefusalName | Misbehaviour;

/** Returns the fault that a username names: `fault_exit_node`. */
export function faultNamedBy(username: string): ProxyFault | null {
  const name = /^fault_(\w+)$/.exec(username)?.[1]?.replaceAll('_', '-') ?? '';
  return isRefusal(name) || isMisbehaviour(name) ? name : null;
}

export function isRefusal(name: string): name is RefusalName {
  return Object.hasOwn(refusals, name);
}

function isMisbehaviour(name: string): name is Misbehaviour {
  return misbehaviours.some((each) => each === name);
}

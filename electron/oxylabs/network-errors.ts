import type { ApiFailure } from '../contract/failure.ts';

type Unreachable = Extract<ApiFailure, { kind: 'unreachable' }>['reason'];

/** Chromium's names (`net::ERR_…`) and Node's codes, and what they mean to a person. The first that fits counts. */
const meanings: [RegExp, Unreachable][] = [
  [/ERR_INTERNET_DISCONNECTED|ERR_NETWORK_IO_SUSPENDED|ENETUNREACH|ENETDOWN/, 'offline'],
  [/ERR_NAME_NOT_RESOLVED|ERR_NAME_RESOLUTION|ENOTFOUND|EAI_AGAIN/, 'name-not-found'],
  [/ERR_\w*PROX(Y|IES)|ERR_TUNNEL|ERR_SOCKS/, 'proxy'],
  [/ERR_CERT|ERR_SSL|ERR_BAD_SSL|CERT_|SELF_SIGNED|UNABLE_TO_|ERR_TLS|EPROTO/, 'tls'],
  [/ERR_CONNECTION_REFUSED|ECONNREFUSED|ERR_ADDRESS_UNREACHABLE|EHOSTUNREACH/, 'refused'],
  [/redirect/i, 'redirected'],
];

/** A thrown network error as a failure. Looks through the chain of causes; keeps no text of it, which may hold anything. */
export function networkFailure(error: unknown): ApiFailure {
  const clues = cluesOf(error);
  if (/ERR_TIMED_OUT|ERR_CONNECTION_TIMED_OUT|ETIMEDOUT|TIMEOUT/.test(clues)) return { kind: 'timed-out' };
  const meaning = meanings.find(([pattern]) => pattern.test(clues));
  return { kind: 'unreachable', reason: meaning?.[1] ?? 'connection-lost' };
}

function cluesOf(error: unknown): string {
  const clues: string[] = [];
  let current: unknown = error;
  for (let depth = 0; depth < 5 && current instanceof Error; depth += 1) {
    clues.push('code' in current ? String(current.code) : '', current.message);
    current = current.cause;
  }
  return clues.join(' ');
}

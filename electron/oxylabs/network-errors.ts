import type { ApiFailure } from '../contract/failure.ts';

type Unreachable = Extract<ApiFailure, { kind: 'unreachable' }>['reason'];

/**
 * Chromium's names (`net::ERR_…`) and Node's codes with the kind of failure that each means. The first match
 * counts.
 */
const meanings: [RegExp, Unreachable][] = [
  [/ERR_INTERNET_DISCONNECTED|ERR_NETWORK_IO_SUSPENDED|ENETUNREACH|ENETDOWN/, 'offline'],
  [/ERR_NAME_NOT_RESOLVED|ERR_NAME_RESOLUTION|ENOTFOUND|EAI_AGAIN/, 'name-not-found'],
  [/ERR_\w*PROX(Y|IES)|ERR_TUNNEL|ERR_SOCKS/, 'proxy'],
  // Before the certificates: `ERR_SSL_…` may come long after the handshake, `ERR_CERT_…` only in it.
  [/ERR_SSL|ERR_BAD_SSL|EPROTO/, 'tls'],
  [/ERR_CERT|CERT_|SELF_SIGNED|UNABLE_TO_/, 'certificate'],
  [/ERR_TLS/, 'tls'],
  [/ERR_CONNECTION_REFUSED|ECONNREFUSED/, 'refused'],
  [/ERR_ADDRESS_UNREACHABLE|EHOSTUNREACH/, 'no-route'],
  [/redirect/i, 'redirected'],
];

/**
 * Converts a thrown network error to a failure. Searches the chain of causes and keeps no text of it, which
 * could hold a secret.
 */
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

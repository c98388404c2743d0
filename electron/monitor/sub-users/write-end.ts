import type { Session } from '../../account/session.ts';
import type { ApiFailure, Outcome } from '../../contract/failure.ts';
import type { Authorization } from '../../oxylabs/client.ts';

/** How a write ended, by what can have happened to it. Only `unclear` needs the list to settle it. */
export type WriteEnd<Value> =
  | { kind: 'done'; value: Value }
  /** Nothing left this computer. */
  | { kind: 'not-sent'; failure: ApiFailure }
  /** The API answered that it did nothing. */
  | { kind: 'refused'; failure: ApiFailure }
  /** It may have arrived and been carried out. */
  | { kind: 'unclear'; failure: ApiFailure };

/** Sends a write with a valid token. Without a token nothing is sent, whatever went wrong with the login. */
export async function sendWrite<Value>(
  session: Pick<Session, 'call'>,
  send: (who: Authorization) => Promise<Outcome<Value>>,
): Promise<WriteEnd<Value>> {
  let begun = false;
  const outcome = await session.call((who) => {
    begun = true;
    return send(who);
  });
  if (outcome.ok) return { kind: 'done', value: outcome.value };
  const { failure } = outcome;
  return { kind: begun ? fateOf(failure) : 'not-sent', failure };
}

/**
 * Returns what can have happened to a write that failed. Names alone do not decide: the system reports "offline" and broken
 * TLS in the middle of a request too, and an answer of 421 or 429 may follow the deed.
 */
export function fateOf(failure: ApiFailure): 'not-sent' | 'refused' | 'unclear' {
  switch (failure.kind) {
    case 'bad-credentials':
      return 'not-sent';
    case 'signed-out':
    case 'renewal-refused':
    case 'not-found':
      return 'refused';
    case 'rejected':
      return failure.status === 421 ? 'unclear' : 'refused';
    case 'unreachable':
      return unreachableFates[failure.reason];
    case 'rate-limited':
    case 'timed-out':
    case 'server-fault':
    case 'not-understood':
    case 'cancelled':
      return 'unclear';
  }
}

type Reason = Extract<ApiFailure, { kind: 'unreachable' }>['reason'];

/** Only these three end a request before a byte of it is sent. */
const unreachableFates: Record<Reason, 'not-sent' | 'unclear'> = {
  'name-not-found': 'not-sent',
  refused: 'not-sent',
  certificate: 'not-sent',
  offline: 'unclear',
  'no-route': 'unclear',
  tls: 'unclear',
  proxy: 'unclear',
  // A redirect may follow a write that was carried out.
  redirected: 'unclear',
  'connection-lost': 'unclear',
};

/** Returns whether a request failed because there is no token for it, so that no other one can be sent. */
export function isSignedOut({ kind }: ApiFailure): boolean {
  return kind === 'signed-out' || kind === 'bad-credentials' || kind === 'renewal-refused';
}

import type { ConnectionCause, Remedy, TryProblem } from '../contract/connection-test.ts';

/** Matches the vendor's words, of which there is no list of codes. The first match counts. */
const meanings: [RegExp, TryProblem][] = [
  [/authentication failed/i, 'authentication'],
  [/traffic limit/i, 'limit'],
  [/restricted/i, 'restricted'],
  [/unsupported parameters/i, 'parameters'],
  [/could not parse|invalid http request|socks version/i, 'bad-request'],
  [/session failed/i, 'session'],
  [/exit node not found|no exit/i, 'no-exit'],
  [/invalid response|client disconnected/i, 'exit-fault'],
  [/timed out|could not reach/i, 'target-silent'],
  [/internal error/i, 'vendor-fault'],
];

const byStatus: Record<number, TryProblem> = {
  400: 'bad-request',
  407: 'authentication',
  500: 'vendor-fault',
  502: 'session',
  504: 'target-silent',
  522: 'no-exit',
  525: 'no-exit',
};

/** Returns what an answer of the proxy means: by its words where it has some, and otherwise by its status. */
export function meaningOf(status: number, words: string | null): TryProblem {
  const meant = words === null ? undefined : meanings.find(([pattern]) => pattern.test(words));
  return meant?.[1] ?? byStatus[status] ?? 'unknown-answer';
}

/** Returns what the number of a SOCKS5 proxy means (RFC 1928), which comes without the vendor's words. */
export function meaningOfSocks(answer: number | 'authentication' | 'unreadable'): TryProblem {
  if (answer === 'authentication') return 'authentication';
  if (answer === 'unreadable') return 'not-a-proxy';
  if (answer === 2) return 'restricted';
  if (answer === 3 || answer === 4 || answer === 5 || answer === 6) return 'target-silent';
  return answer === 1 ? 'session' : 'unknown-answer';
}

const ofCause: Partial<Record<ConnectionCause, Remedy>> = {
  disabled: 'enable',
  blocked: 'raise-limit',
  'over-limit': 'raise-limit',
  'plan-used-up': 'dashboard',
};

const ofProblem: Partial<Record<TryProblem, Remedy[]>> = {
  restricted: ['dashboard'],
  parameters: ['wider-place'],
  session: ['new-session', 'wider-place'],
  'no-exit': ['wider-place', 'new-session'],
  'exit-fault': ['new-session'],
  'target-silent': ['new-session'],
};

const aboutEntry: ReadonlySet<TryProblem> = new Set([
  'name-not-found',
  'refused',
  'no-route',
  'silent',
  'closed',
  'not-a-proxy',
  'entry-certificate',
  'entry-no-tls',
]);

/** Returns what a user can do about what is known before a request. */
export function remediesOfCauses(causes: readonly ConnectionCause[]): Remedy[] {
  return [...new Set(causes.flatMap((cause) => ofCause[cause] ?? []))];
}

/** Returns what a user can do about a problem, the likeliest first. A 407 has several causes, of which the list shows some. */
export function remediesFor(
  problem: TryProblem,
  causes: readonly ConnectionCause[],
  ownEntry: boolean,
): Remedy[] {
  const known = remediesOfCauses(causes);
  if (problem === 'authentication') return [...new Set<Remedy>([...known, 'set-password'])];
  if (problem === 'limit') return known.length > 0 ? known : ['raise-limit', 'dashboard'];
  if (aboutEntry.has(problem)) return ownEntry ? ['check-entry'] : [];
  return ofProblem[problem] ?? [];
}

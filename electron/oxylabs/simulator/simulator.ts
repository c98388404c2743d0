import { createAccount, type SimulatedAccount } from './account.ts';
import { answer, type SimulatorRequest } from './routes.ts';

/** Signs in to the simulated account. Shown to whoever tries the demo, so no secret. */
export const demoCredentials = { username: 'demo_main', password: 'Demo_password_1' } as const;

export type SimulatorOptions = {
  now: () => number;
  /** 12 by default, up to 20,000. */
  subUserCount?: number;
  credentials?: { username: string; password: string };
  /** How the series of stats is written. The vendor's sources disagree. */
  seriesShape?: SimulatedAccount['seriesShape'];
  listsDisabled?: boolean;
  listsMainUser?: boolean;
  mostSubUsers?: number;
};

export type Simulator = {
  /** What a test may turn while it runs: shapes, traffic, tokens, sub-users. */
  account: SimulatedAccount;
  /** The service behind an interface like that of the global fetch: nothing leaves the process. */
  fetch: typeof globalThis.fetch;
  /** One request, for whoever brings a transport of his own. */
  answer(request: SimulatorRequest): { status: number; body: string };
};

/** The vendor's service in memory: eight endpoints, a believable account whose traffic grows with the clock. */
export function createSimulator(options: SimulatorOptions): Simulator {
  const account = createAccount({ credentials: demoCredentials, ...options });
  return {
    account,
    answer: (request) => answer(account, request),
    async fetch(input, init) {
      const request = new Request(input, init);
      const url = new URL(request.url);
      request.signal.throwIfAborted();
      const { status, body } = answer(account, {
        method: request.method,
        path: url.pathname,
        query: url.searchParams,
        authorization: request.headers.get('authorization') ?? '',
        body: await request.text(),
      });
      const empty = status === 204 || body === '';
      return new Response(empty ? null : body, { status, headers: { 'Content-Type': 'application/json' } });
    },
  };
}

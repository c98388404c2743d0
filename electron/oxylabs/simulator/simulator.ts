import { createAccount, type SimulatedAccount } from './account.ts';
import { type Delivery, Faults } from './faults.ts';
import { respond } from './fetch-response.ts';
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
  faults: Faults;
  /** The service behind an interface like that of the global fetch: nothing leaves the process. */
  fetch: typeof globalThis.fetch;
  /** One request, for whoever brings a transport of his own. */
  answer(request: SimulatorRequest): Delivery;
};

/** The vendor's service in memory: eight endpoints, a believable account whose traffic grows with the clock. */
export function createSimulator(options: SimulatorOptions): Simulator {
  const account = createAccount({ credentials: demoCredentials, ...options });
  const faults = new Faults();
  const deliver = (request: SimulatorRequest) => faults.deliver(request, () => answer(account, request));
  return {
    account,
    faults,
    answer: deliver,
    async fetch(input, init) {
      const request = new Request(input, init);
      const url = new URL(request.url);
      request.signal.throwIfAborted();
      const delivery = deliver({
        method: request.method,
        path: url.pathname,
        query: url.searchParams,
        authorization: request.headers.get('authorization') ?? '',
        body: await request.text(),
      });
      return respond(delivery, request.signal);
    },
  };
}

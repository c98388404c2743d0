import { createAccount, type SimulatedAccount, type SimulatorOptions } from './account.ts';
import type { SimulatorRequest } from './exchange.ts';
import { type Delivery, Faults } from './faults.ts';
import { respond } from './fetch-response.ts';
import { afterLogin, isFaultName, namedFaults } from './named-faults.ts';
import { answer } from './routes.ts';

/** The sign-in of the simulated account. Public, so not a secret. */
export const demoCredentials = { username: 'demo_main', password: 'Demo_password_1' } as const;

export type Simulator = {
  /** What a test may change while it runs: shapes, traffic, tokens, sub-users. */
  account: SimulatedAccount;
  faults: Faults;
  /** The service behind the interface of the global fetch: nothing leaves the process. */
  fetch: typeof globalThis.fetch;
  /** Answers one request, for a test with another transport. */
  answer(request: SimulatorRequest): Delivery;
};

/**
 * Opens the vendor's service in memory: eight endpoints, and a plausible account whose traffic grows with the
 * clock.
 */
export function createSimulator(options: SimulatorOptions): Simulator {
  const account = createAccount({ credentials: demoCredentials, ...options });
  const faults = openFaults(options.fault ?? '');
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

function openFaults(name: string): Faults {
  const faults = new Faults();
  if (isFaultName(name)) faults.add({ fault: namedFaults[name], on: afterLogin });
  return faults;
}

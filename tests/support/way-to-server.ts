import { type Account, openAccountOver } from './account.ts';
import { FakeClock } from './fake-clock.ts';
import { SimulatorServer } from './simulator-server.ts';

type Way = (request: Request) => Promise<Response>;

/** The app's inside, signed in over a real server on the loopback, with a way there that can be led astray. */
export type RealWay = Account & {
  server: SimulatorServer;
  /** Leads requests whose method fits elsewhere; null: straight again. */
  lead(methods: RegExp, way: Way | null): void;
};

/** `attemptLimitMs`: for one try, its body included. All tries together may take three times as long. */
export async function openRealWay(attemptLimitMs = 10_000): Promise<RealWay> {
  const clock = new FakeClock();
  // The server's clock is right whatever becomes of this computer's.
  const server = await SimulatorServer.start({ now: new FakeClock().now });
  let astray: { methods: RegExp; way: Way } | null = null;
  const account = await openAccountOver({
    clock,
    simulator: server.simulator,
    baseUrl: server.url,
    attemptLimitMs,
    totalLimitMs: 3 * attemptLimitMs,
    fetch: (request) => (astray?.methods.test(request.method) ? astray.way(request) : fetch(request)),
  });
  server.seen.length = 0;
  return {
    ...account,
    server,
    lead(methods, way) {
      astray = way === null ? null : { methods, way };
    },
  };
}

/** The way to the same path on another server. */
export function wayTo(origin: string, over: Way = fetch): Way {
  return (request) => {
    const { pathname, search } = new URL(request.url);
    return over(new Request(`${origin}${pathname}${search}`, request));
  };
}

import { SimulatorServer } from '../server/simulator-server.ts';
import { type Account, openAccountOver } from './account.ts';
import { FakeClock } from './fake-clock.ts';

type Way = (request: Request) => Promise<Response>;

/** Holds the app without Electron, signed in over a real server on the loopback, with a route that can be redirected. */
export type RealWay = Account & {
  server: SimulatorServer;
  /** Redirects requests whose method matches; null restores the direct way. */
  lead(methods: RegExp, way: Way | null): void;
};

/**
 * Opens the app over a real server. `attemptLimitMs` limits one try, its body included; all tries together may take three
 * times as long.
 */
export async function openRealWay(attemptLimitMs = 10_000): Promise<RealWay> {
  const clock = new FakeClock();
  // The server's clock is right even if this computer's is changed.
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

/** Returns the way to the same path on another server. */
export function wayTo(origin: string, over: Way = fetch): Way {
  return (request) => {
    const { pathname, search } = new URL(request.url);
    return over(new Request(`${origin}${pathname}${search}`, request));
  };
}

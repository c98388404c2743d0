import type { Session } from '../../../electron/account/session.ts';
import type { SubUser } from '../../../electron/contract/sub-user.ts';
import type { Monitor } from '../../../electron/monitor/monitor.ts';
import { type AppStore, accountState, currentAccountId } from '../../../electron/monitor/state.ts';
import type { SubUserListAccess } from '../../../electron/monitor/sub-users/sub-user-list.ts';
import type { OxylabsClient } from '../../../electron/oxylabs/client.ts';
import type { HttpParts } from '../../../electron/oxylabs/http.ts';
import { Secret } from '../../../electron/oxylabs/secret.ts';
import { ServerClock } from '../../../electron/oxylabs/server-clock.ts';
import {
  createSimulator,
  demoCredentials,
  type Simulator,
} from '../../../electron/oxylabs/simulator/simulator.ts';
import type { Storage } from '../../../electron/storage/storage.ts';
import { clientFor } from './client.ts';
import { FakeClock } from './fake-clock.ts';
import { type DesktopRecord, openTestMonitor } from './monitor.ts';

/** The monitor as the app makes it, signed in to the simulator, refreshed once and no longer polling. */
export type Account = {
  monitor: Monitor;
  simulator: Simulator;
  store: AppStore;
  session: Session;
  client: OxylabsClient;
  clock: FakeClock;
  list: SubUserListAccess;
  storage: Storage;
  journal: Monitor['journal'];
  secrets: Monitor['secrets'];
  desktop: DesktopRecord;
  /** The requests since then: `PATCH /sub-users/10002`. */
  requests: string[];
  roster(): readonly SubUser[];
  known(username: string): SubUser;
};

export function openAccount(subUserCount = 12, now?: number): Promise<Account> {
  const clock = new FakeClock(now);
  const simulator = createSimulator({ now: clock.now, subUserCount });
  const { fetch } = simulator;
  return openAccountOver({ clock, simulator, baseUrl: 'https://simulator.invalid/v2', fetch });
}

type Over = Omit<Partial<HttpParts>, 'fetch'> & {
  clock: FakeClock;
  simulator: Simulator;
  baseUrl: string;
  fetch: (request: Request) => Promise<Response>;
  /** Files that outlive the run. */
  storage?: Storage | undefined;
};

/** Does the same with the test's own fetch to the simulator. */
export async function openAccountOver({
  clock,
  simulator,
  baseUrl,
  fetch,
  storage: files,
  ...parts
}: Over): Promise<Account> {
  const requests: string[] = [];
  const serverClock = new ServerClock(clock.now);
  const client = clientFor(baseUrl, {
    now: clock.now,
    onHeaders: (headers) => serverClock.note(headers),
    ...parts,
    fetch: (input, init) => {
      const request = new Request(input, init);
      requests.push(
        `${request.method} ${new URL(request.url).pathname.replace(/.*\/v2(\/users\/[^/]+)?/, '')}`,
      );
      return fetch(request);
    },
  });
  const { monitor, desktop, storage } = openTestMonitor({
    client,
    clock,
    serverNow: serverClock.now,
    ...(files !== undefined && { storage: files }),
  });
  const { store, session, list, journal, secrets } = monitor;
  await session.signIn(demoCredentials.username, new Secret(demoCredentials.password));
  await monitor.poller.refreshNow();
  monitor.stop();
  requests.length = 0;
  const roster = () =>
    accountState(store.getState(), currentAccountId(store.getState())).subUsers?.value.subUsers ?? [];
  return {
    monitor,
    desktop,
    storage,
    simulator,
    store,
    session,
    client: monitor.client,
    clock,
    list,
    journal,
    secrets,
    requests,
    roster,
    known(username) {
      const found = roster().find((each) => each.username === username);
      if (found === undefined) throw new Error(`${username} is not there.`);
      return found;
    },
  };
}

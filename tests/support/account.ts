import { Session } from '../../electron/account/session.ts';
import { createVault } from '../../electron/account/vault.ts';
import type { SubUser } from '../../electron/contract/sub-user.ts';
import { keepRosters } from '../../electron/monitor/known-sub-users.ts';
import { refresh } from '../../electron/monitor/refresh.ts';
import { createRosterFile } from '../../electron/monitor/roster-file.ts';
import { type AppStore, accountState, currentAccountId } from '../../electron/monitor/state.ts';
import { openSubUserList, type SubUserListAccess } from '../../electron/monitor/sub-user-list.ts';
import type { OxylabsClient } from '../../electron/oxylabs/client.ts';
import type { HttpParts } from '../../electron/oxylabs/http.ts';
import { Secret } from '../../electron/oxylabs/secret.ts';
import {
  createSimulator,
  demoCredentials,
  type Simulator,
} from '../../electron/oxylabs/simulator/simulator.ts';
import { clientFor } from './client.ts';
import { FakeClock } from './fake-clock.ts';
import { storeSignedIn } from './store.ts';
import { fakeCipher, fakeKeychain, memoryFile } from './vault-parts.ts';

/** The app's inside, signed in to the simulator and refreshed once, without Electron. */
export type Account = {
  simulator: Simulator;
  store: AppStore;
  session: Session;
  client: OxylabsClient;
  clock: FakeClock;
  list: SubUserListAccess;
  file: ReturnType<typeof createRosterFile>;
  /** What was sent since: `PATCH /sub-users/10002`. */
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
};

/** The same over a way to the simulator that the test brings. */
export async function openAccountOver({
  clock,
  simulator,
  baseUrl,
  fetch,
  ...parts
}: Over): Promise<Account> {
  const requests: string[] = [];
  const client = clientFor(baseUrl, {
    now: clock.now,
    ...parts,
    fetch: (input, init) => {
      const request = new Request(input, init);
      requests.push(
        `${request.method} ${new URL(request.url).pathname.replace(/.*\/v2(\/users\/[^/]+)?/, '')}`,
      );
      return fetch(request);
    },
  });
  const store = storeSignedIn();
  const session: Session = new Session({
    client,
    vault: createVault({ keychain: fakeKeychain(), localCipher: fakeCipher(), file: memoryFile() }),
    now: clock.now,
    keepWithoutKeyring: () => false,
    onChange: () => store.setState({ session: session.view() }),
  });
  await session.signIn(demoCredentials.username, new Secret(demoCredentials.password));
  const file = createRosterFile(memoryFile());
  keepRosters(store, file);
  await refresh({ store, session, client, now: clock.now, roster: file });
  const list = openSubUserList({ store, session, client, now: clock.now, earlier: file });
  requests.length = 0;
  const roster = () =>
    accountState(store.getState(), currentAccountId(store.getState())).subUsers?.value.subUsers ?? [];
  return {
    simulator,
    store,
    session,
    client,
    clock,
    list,
    file,
    requests,
    roster,
    known(username) {
      const found = roster().find((each) => each.username === username);
      if (found === undefined) throw new Error(`${username} is not there.`);
      return found;
    },
  };
}

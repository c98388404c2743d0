import type { CommandHandlers } from '../../contract/commands.ts';
import { firstChoice } from '../../contract/connection.ts';
import { type ConnectionReport, type ConnectionTest, usernameIn } from '../../contract/connection-test.ts';
import { succeeded } from '../../contract/failure.ts';
import { planUse } from '../../contract/plan-use.ts';
import { Secret } from '../../oxylabs/secret.ts';
import { remediesFor, remediesOfCauses } from '../../proxy/answers.ts';
import { addressOf } from '../../proxy/entries.ts';
import { isPrivate } from '../../proxy/entry-findings.ts';
import { knownCauses } from '../../proxy/known-causes.ts';
import { type AppStore, accountState, currentAccountId } from '../state.ts';
import { checkEntry, checkName } from './check-entry.ts';
import type { NameResolver, ProxyNetwork, TryLimits } from './network.ts';
import { type Tried, type Try, tryConnection } from './try-connection.ts';

/** What connection tests ask of the network. */
export type ConnectionPort = {
  network: ProxyNetwork;
  resolver: NameResolver;
  limits: TryLimits;
  /** In milliseconds, and never set back. */
  elapsed: () => number;
};

export type ConnectionActionParts = ConnectionPort & {
  store: AppStore;
  /** Returns a sub-user's password that is kept on this computer. */
  passwordOf: (username: string) => Promise<Secret | null>;
};

type Names = 'testConnection' | 'explainConnection' | 'checkEntry';

/** Creates the handlers that find out why a request fails. Each asks only when it is called, and once. */
export function createConnectionActions(parts: ConnectionActionParts) {
  const { store } = parts;
  return {
    async testConnection(wanted) {
      const { login: username, protocol } = wanted;
      const password =
        wanted.password === null ? await parts.passwordOf(usernameIn(username)) : new Secret(wanted.password);
      if (password === null) return notTried('no-password');
      const entry = await entryFor(parts, wanted);
      if (typeof entry === 'string') return notTried(entry);
      const tried = await tryConnection(parts, { entry, protocol, login: { username, password } });
      return succeeded(reportOf(tried, causesOf(store, username), wanted.entry === 'own'));
    },

    async explainConnection({ login }) {
      const causes = causesOf(store, login);
      return succeeded({ causes, remedies: remediesOfCauses(causes) });
    },

    async checkEntry({ name }) {
      return succeeded(await checkEntry(parts, name));
    },
  } satisfies CommandHandlers<unknown, Names>;
}

/**
 * Returns where to connect, or why not. A page can set any own entry, so a login goes to an address that is Oxylabs' by its
 * own name. A typed one may also go to a private address: a forwarder in the user's network.
 */
async function entryFor(
  { store, resolver, limits }: ConnectionActionParts,
  { entry, country, password }: ConnectionTest,
): Promise<Try['entry'] | 'no-entry' | 'entry-unproved'> {
  const { ownEntry } = store.getState().settings;
  const named = addressOf({ ...firstChoice, entry, country }, ownEntry, 0);
  if (entry !== 'own') return named;
  if (ownEntry === null) return 'no-entry';
  const { address, vendorAddress } = await checkName({ resolver, limits }, ownEntry);
  if (vendorAddress !== null) return { ...named, address: vendorAddress };
  const isForwarder = password !== null && address !== null && isPrivate(address);
  return isForwarder ? { ...named, address } : 'entry-unproved';
}

function notTried(why: Extract<ConnectionReport, { kind: 'not-tried' }>['why']) {
  return succeeded<ConnectionReport>({ kind: 'not-tried', why });
}

function causesOf(store: AppStore, login: string) {
  const state = store.getState();
  const { subUsers, month, cycle } = accountState(state, currentAccountId(state));
  const username = usernameIn(login);
  const isMain = state.session.kind === 'signed-in' && state.session.username === username;
  const listed = subUsers?.value.subUsers.find((each) => each.username === username);
  // What was bought, whatever budget is set.
  const plan = { ...state.settings.plan, budget: { kind: 'plan' as const } };
  return knownCauses(login, {
    subUser: listed ?? (subUsers === null || isMain ? 'unknown' : 'missing'),
    plan: planUse(plan, month?.value.trafficGb ?? null, cycle),
  });
}

function reportOf(tried: Tried, causes: ReturnType<typeof knownCauses>, ownEntry: boolean): ConnectionReport {
  if (tried.kind === 'works') return tried;
  const { at, problem, refusal, afterMs } = tried;
  const { status = null, words = null } = refusal ?? {};
  // What the list shows explains a refused login, and nothing else.
  const explains = problem === 'authentication' || problem === 'limit';
  return {
    kind: 'fails',
    at,
    problem,
    status: status !== null && status >= 100 ? status : null,
    words,
    causes: explains ? causes : [],
    remedies: remediesFor(problem, causes, ownEntry),
    afterMs,
  };
}

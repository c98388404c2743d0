import type { Delivery } from '../contract/alert.ts';
import type { LogEvent } from '../contract/log-event.ts';
import type { OxylabsClient } from '../oxylabs/client.ts';
import { type AppState, type AppStore, accountState, currentAccountId } from './state.ts';

type WriteEvent = (event: LogEvent) => void;

/** Logs what changes in the state: who signs in and out, how refreshes end, what becomes of alerts of this run. */
export function logChanges(store: AppStore, log: WriteEvent, now: () => number): void {
  const since = now();
  const logged = new Map<string, Delivery>();

  function logAlerts(state: AppState): void {
    for (const { id, at, facts, subject, delivery } of accountState(state, currentAccountId(state)).alerts
      .alerts) {
      // The newest first: what follows was logged when it happened.
      if (at < since) return;
      if (delivery === 'pending' || logged.get(id) === delivery) continue;
      logged.set(id, delivery);
      const subUser = subject.kind === 'account' ? null : subject.username;
      log({ kind: 'alert', rule: facts.rule, delivery, subUser });
    }
  }

  store.subscribe((state, previous) => {
    const { session } = state;
    if (session !== previous.session) {
      if (session.kind === 'signed-in') log({ kind: 'signed-in', remembered: session.remembered });
      if (session.kind === 'signed-out') log({ kind: 'signed-out', reason: session.reason });
    }
    const id = currentAccountId(state);
    const [account, before] = [accountState(state, id), accountState(previous, id)];
    if (account.problem !== before.problem) log({ kind: 'refresh', outcome: account.problem ?? 'done' });
    if (account.alerts !== before.alerts) logAlerts(state);
  });
}

type Logged = Pick<OxylabsClient, 'login' | 'createSubUser' | 'updateSubUser' | 'deleteSubUser'>;

/** Logs how each login and each write ends. `nameOf` tells the name of a sub-user that is known. */
export function loggingClient<Client extends Logged>(
  client: Client,
  log: WriteEvent,
  nameOf: (id: number) => string | null,
): Client {
  type Ended = Awaited<ReturnType<Logged[keyof Logged]>>;
  const outcomeOf = (ended: Ended) => (ended.ok ? 'done' : ended.failure);
  async function write<Answer extends Ended>(
    call: Extract<LogEvent, { kind: 'write' }>['call'],
    subUser: string | null,
    sent: Promise<Answer>,
  ): Promise<Answer> {
    const answer = await sent;
    log({ kind: 'write', call, outcome: outcomeOf(answer), subUser });
    return answer;
  }
  return {
    ...client,
    async login(username, password) {
      const login = await client.login(username, password);
      log({ kind: 'sign-in', outcome: outcomeOf(login) });
      return login;
    },
    createSubUser: (who, wanted, options) =>
      write('create', wanted.username, client.createSubUser(who, wanted, options)),
    updateSubUser: (who, id, changes, options) =>
      write('update', nameOf(id), client.updateSubUser(who, id, changes, options)),
    // Asked before it is gone.
    deleteSubUser: (who, id, options) => write('delete', nameOf(id), client.deleteSubUser(who, id, options)),
  };
}

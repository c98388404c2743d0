import type { Delivery } from '../contract/alert.ts';
import type { LogEvent } from '../storage/log-event.ts';
import type { CallObserver } from './client-calls.ts';
import { type AccountState, type AppState, type AppStore, accountState, currentAccountId } from './state.ts';

type WriteEvent = (event: LogEvent) => void;

/** Logs changes of the state: sign-ins and sign-outs, outcomes of refreshes, and deliveries of this run's alerts. */
export function logChanges(store: AppStore, log: WriteEvent, now: () => number): void {
  const since = now();
  const logged = new Map<string, Delivery>();

  function logAlerts(state: AppState): void {
    for (const { id, at, facts, subject, delivery } of accountState(state, currentAccountId(state)).alerts
      .alerts) {
      // Newest first: the rest was logged when it happened.
      if (at < since) return;
      if (delivery === 'pending' || logged.get(id) === delivery) continue;
      logged.set(id, delivery);
      const subUser = subject.kind === 'account' ? null : subject.username;
      log({ kind: 'alert', rule: facts.rule, delivery, subUser });
    }
  }

  function logAnswers(channels: AccountState['channels'], before: AccountState['channels']): void {
    for (const { id, service, answer, lost } of channels ?? []) {
      const known = before?.find((each) => each.id === id);
      // What is read at a start was logged when it came.
      if (known === undefined || answer === null || answer === known.answer) continue;
      log({ kind: 'channel', service, answer, lost });
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
    if (account.channels !== before.channels) logAnswers(account.channels, before.channels);
  });
}

/** Wraps the client to log the outcome of each login and write. `nameOf` returns the name of a known sub-user. */
export function logsCalls(log: WriteEvent, nameOf: (id: number) => string | null): CallObserver {
  return (call) => {
    if (call.kind === 'login') return (failure) => log({ kind: 'sign-in', outcome: failure ?? 'done' });
    // Looked up before the request, since a delete takes the name with it.
    const subUser = call.kind === 'create' ? call.username : nameOf(call.id);
    return (failure) => log({ kind: 'write', call: call.kind, outcome: failure ?? 'done', subUser });
  };
}

import type { ApiFailure, Outcome } from '../contract/failure.ts';
import type { SubUserChanges } from '../contract/sub-user-changes.ts';
import type { OxylabsClient } from '../oxylabs/client.ts';

/** A call that changes something at the API: a login or a write. */
export type ClientCall =
  | { kind: 'login' }
  | { kind: 'create'; username: string }
  | { kind: 'update'; id: number; changes: SubUserChanges }
  | { kind: 'delete'; id: number };

/** Called before a call is sent; the function that it returns is called with how the call ended, null for success. */
export type CallObserver = (call: ClientCall) => (failure: ApiFailure | null) => void;

type Observed = Pick<OxylabsClient, 'login' | 'createSubUser' | 'updateSubUser' | 'deleteSubUser'>;

/** Returns the client with observers around each login and each write. */
export function observedClient<Client extends Observed>(
  client: Client,
  observers: readonly CallObserver[],
): Client {
  async function observe<Value>(
    call: ClientCall,
    send: () => Promise<Outcome<Value>>,
  ): Promise<Outcome<Value>> {
    const ends = observers.map((observer) => observer(call));
    const outcome = await send();
    for (const end of ends) end(outcome.ok ? null : outcome.failure);
    return outcome;
  }
  return {
    ...client,
    login: (username, password, options) =>
      observe({ kind: 'login' }, () => client.login(username, password, options)),
    createSubUser: (who, wanted, options) =>
      observe({ kind: 'create', username: wanted.username }, () =>
        client.createSubUser(who, wanted, options),
      ),
    updateSubUser: (who, id, changes, options) =>
      observe({ kind: 'update', id, changes }, () => client.updateSubUser(who, id, changes, options)),
    deleteSubUser: (who, id, options) =>
      observe({ kind: 'delete', id }, () => client.deleteSubUser(who, id, options)),
  };
}

import type { CallObserver } from '../client-calls.ts';
import { fateOf } from '../sub-users/write-end.ts';

/**
 * Wraps the client to note each sub-user that the app itself disables, before the request, so that no alert blames the
 * vendor.
 */
export function notesOwnDisabling(note: (id: number, disabling: boolean) => void): CallObserver {
  return (call) => {
    if (call.kind !== 'update' || call.changes.status === undefined) return () => {};
    note(call.id, call.changes.status === 'disabled');
    return (failure) => {
      if (failure !== null && fateOf(failure) !== 'unclear') note(call.id, false);
    };
  };
}

import type { AlertMemory } from '../../usage/alerts/memory.ts';
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

type Notes = Pick<AlertMemory, 'disabledHere'>;

/** Returns a memory that was made from an earlier one, with what was noted or taken back since then. */
export function withNotes(
  memory: AlertMemory,
  { disabledHere: before }: Notes,
  { disabledHere: now }: Notes,
): AlertMemory {
  const stayed = memory.disabledHere.filter((id) => now.includes(id) || !before.includes(id));
  return { ...memory, disabledHere: [...stayed, ...now.filter((id) => !before.includes(id))] };
}

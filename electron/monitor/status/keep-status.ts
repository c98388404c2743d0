import type { Settings } from '../../contract/settings.ts';
import { prometheusText } from '../../status/prometheus.ts';
import type { StatusFiles } from '../../storage/status-files.ts';
import { type AppState, type AppStore, accountState, currentAccountId } from '../state.ts';
import { type StatusSource, statusOf } from './status-of.ts';

export type KeepStatusParts = {
  store: AppStore;
  files: StatusFiles;
  now: () => number;
  /** Runs a function at the end of this turn of the event loop, such as `setImmediate`. */
  afterTurn: (run: () => void) => void;
  report: (what: string, error: unknown) => void;
};

/**
 * Writes the status files while the settings say so, when what they hold may have changed. Returns the function that ends
 * this and removes them: a file without its writer would show figures that nothing corrects.
 */
export function keepStatus({ store, files, now, afterTurn, report }: KeepStatusParts): () => void {
  let written: readonly unknown[] = [];
  let due = false;
  let ended = false;

  function keep(): void {
    due = false;
    if (ended) return;
    const state = store.getState();
    if (state.session.kind === 'restoring') return;
    const parts = partsOf(state);
    if (parts.length === written.length && parts.every((part, index) => part === written[index])) return;
    try {
      writeOrRemove(files, state.settings, sourcesOf(state), now());
      written = parts;
    } catch (error) {
      // The next change tries again.
      report('status file', error);
    }
  }

  const unsubscribe = store.subscribe(() => {
    if (due) return;
    due = true;
    afterTurn(keep);
  });
  keep();
  return () => {
    ended = true;
    unsubscribe();
    files.remove('status');
    files.remove('prometheus');
  };
}

function writeOrRemove(files: StatusFiles, settings: Settings, sources: StatusSource[], now: number): void {
  const status = statusOf(sources, now);
  if (settings.statusFile) files.write('status', `${JSON.stringify(status, null, 2)}\n`);
  else files.remove('status');
  if (settings.prometheusFile) files.write('prometheus', prometheusText(status));
  else files.remove('prometheus');
}

/** One account today; the file has a list. */
function sourcesOf(state: AppState): StatusSource[] {
  const { session, settings, online } = state;
  if (session.kind === 'restoring') return [];
  return [{ session, settings, online, account: accountState(state, currentAccountId(state)) }];
}

/** Returns what the files are made of. While it is the same, they are. */
function partsOf(state: AppState): readonly unknown[] {
  const { month, subUsers, outlook, cycle, alerts, stale } = accountState(state, currentAccountId(state));
  return [state.session, state.settings, state.online, month, subUsers, outlook, cycle, alerts, stale];
}

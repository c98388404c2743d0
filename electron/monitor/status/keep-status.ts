import type { Settings } from '../../contract/settings.ts';
import { prometheusText } from '../../status/prometheus.ts';
import type { StatusFiles } from '../../storage/status-files.ts';
import { sameFields } from '../../usage/roster.ts';
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
  /** Null until it was looked at: files of an earlier run may be there. */
  let written: Parts | null = null;
  let due = false;
  let ended = false;

  function keep(): void {
    due = false;
    if (ended) return;
    const state = store.getState();
    if (state.session.kind === 'restoring') return;
    const parts = partsOf(state);
    if (written !== null && sameFields(parts, written)) return;
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
  const { statusFile, prometheusFile } = settings;
  if (!statusFile) files.remove('status');
  if (!prometheusFile) files.remove('prometheus');
  if (!isWanted(settings)) return;
  const status = statusOf(sources, now);
  if (statusFile) files.write('status', `${JSON.stringify(status, null, 2)}\n`);
  if (prometheusFile) files.write('prometheus', prometheusText(status));
}

function isWanted({ statusFile, prometheusFile }: Settings): boolean {
  return statusFile || prometheusFile;
}

/** One account today; the file has a list. */
function sourcesOf(state: AppState): StatusSource[] {
  const { session, settings, online } = state;
  if (session.kind === 'restoring') return [];
  return [{ session, settings, online, account: accountState(state, currentAccountId(state)) }];
}

type Parts = Readonly<Record<string, unknown>>;

/** Returns what the files are made of, nothing where none is wanted. While it is the same, they are. */
function partsOf(state: AppState): Parts {
  const { session, settings, online } = state;
  if (!isWanted(settings)) return {};
  const { month, subUsers, outlook, cycle, alerts, stale } = accountState(state, currentAccountId(state));
  return { session, settings, online, month, subUsers, outlook, cycle, alerts, stale };
}

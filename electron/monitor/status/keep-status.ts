import type { AccountEntry } from '../../contract/accounts.ts';
import type { Settings } from '../../contract/settings.ts';
import { prometheusText } from '../../status/prometheus.ts';
import type { StatusFiles } from '../../storage/status-files.ts';
import { sameItems } from '../../usage/roster.ts';
import { type AppState, accountState, currentAccountId } from '../state.ts';
import { type StatusSource, statusOf } from './status-of.ts';

type AccountParts = { entry: AccountEntry; state: AppState };

export type KeepStatusParts = {
  /** Returns all accounts, in their order. */
  accounts: () => readonly AccountParts[];
  /** Calls back after changes of any account, once for all of a turn of the event loop. */
  onState: (listener: () => void) => () => void;
  settings: () => Settings;
  files: StatusFiles;
  now: () => number;
  report: (what: string, error: unknown) => void;
};

/**
 * Writes the status files while the settings say so, when what they hold may have changed. Returns the function that ends
 * this and removes them: a file without its writer would show figures that nothing corrects.
 */
export function keepStatus(parts: KeepStatusParts): () => void {
  const { accounts, onState, settings, files, now, report } = parts;
  /** Null until it was looked at: files of an earlier run may be there. */
  let written: readonly unknown[] | null = null;

  function keep(): void {
    const all = accounts();
    if (all.some(({ state }) => state.session.kind === 'restoring')) return;
    const next = partsOf(all, settings());
    if (written !== null && sameItems(next, written)) return;
    try {
      writeOrRemove(files, settings(), all.flatMap(sourceOf), now());
      written = next;
    } catch (error) {
      // The next change tries again.
      report('status file', error);
    }
  }

  const unsubscribe = onState(keep);
  keep();
  return () => {
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

function sourceOf({ entry, state }: AccountParts): StatusSource[] {
  const { session, settings, online } = state;
  if (session.kind === 'restoring') return [];
  return [{ entry, session, settings, online, account: accountState(state, currentAccountId(state)) }];
}

/** Returns what the files are made of, nothing where none is wanted. While it is the same, they are. */
function partsOf(all: readonly AccountParts[], app: Settings): readonly unknown[] {
  if (!isWanted(app)) return [];
  return all.flatMap(({ entry, state }) => {
    const { session, settings, online } = state;
    const { month, subUsers, outlook, cycle, alerts, stale } = accountState(state, currentAccountId(state));
    return [entry, session, settings, online, month, subUsers, outlook, cycle, alerts, stale];
  });
}

import type { Accounts } from './monitor/accounts/accounts.ts';
import { keepStatus } from './monitor/status/keep-status.ts';
import { statusPlaces } from './status-places.ts';
import { openStatusFiles } from './storage/status-files.ts';

export type KeepStatusFileParts = {
  profile: string;
  accounts: Pick<Accounts, 'first' | 'listed' | 'onState'>;
  now: () => number;
};

/** Keeps the files for scripts and status bars while the user wants them. Returns the function that removes them. */
export function keepStatusFile({ profile, accounts, now }: KeepStatusFileParts): () => void {
  return keepStatus({
    accounts: () =>
      accounts.listed().map(({ entry, monitor }) => ({ entry, state: monitor.store.getState() })),
    onState: accounts.onState,
    settings: () => accounts.first.monitor.store.getState().settings,
    files: openStatusFiles(statusPlaces(profile)),
    now,
    report: accounts.first.monitor.log.report,
  });
}

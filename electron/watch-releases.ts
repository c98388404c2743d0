import type { Switches } from './desktop/app/switches.ts';
import { runtimeVersions } from './desktop/app/versions.ts';
import { openListNetwork } from './desktop/releases/list-network.ts';
import { listSource } from './desktop/releases/list-source.ts';
import { packageKind, updateCommand } from './desktop/releases/update-command.ts';
import type { Accounts } from './monitor/accounts/accounts.ts';
import type { Clock } from './monitor/clock.ts';
import { watchVersions } from './monitor/releases/version-watch.ts';
import { openVersionFile } from './storage/version-file.ts';

export type WatchReleasesParts = {
  switches: Switches;
  profile: string;
  accounts: Pick<Accounts, 'first' | 'setAll'>;
  clock: Clock;
};

/** Looks for newer versions while the user wants that, where this build can. Returns the function that ends it. */
export function watchReleases({ switches, profile, accounts, clock }: WatchReleasesParts): () => void {
  const { store, log } = accounts.first.monitor;
  const source = listSource({ demo: switches.demo, instead: switches.loopback.versionList });
  if ('unavailable' in source) {
    accounts.setAll({ releases: { ...source, newer: null } });
    return () => {};
  }
  const { address, key } = source;
  const kind = packageKind(process.resourcesPath);
  return watchVersions({
    store,
    clock,
    random: Math.random,
    fetch: openListNetwork({
      address,
      ownEntry: () => store.getState().settings.ownEntry,
      after: clock.after,
    }),
    address,
    key,
    file: openVersionFile(profile),
    version: runtimeVersions().version,
    command: (version) => updateCommand(kind, process.arch, version),
    log: log.write,
  });
}

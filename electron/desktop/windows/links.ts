import { shell } from 'electron';
import { type CommandFailure, failed, type Outcome, succeeded } from '../../contract/failure.ts';
import type { LinkName } from '../../contract/link.ts';

/** Every address that the app hands to the system. None of them comes from a page or the network. */
const addresses = {
  dashboard: 'https://dashboard.oxylabs.io/',
  releases: 'https://github.com/oxygauge/oxygauge/releases/',
} as const satisfies Record<LinkName, `https://${string}/`>;

/** Opens one of the addresses in the user's browser. */
export async function openLink(name: LinkName): Promise<Outcome<null, CommandFailure>> {
  const address = addresses[name];
  try {
    await shell.openExternal(address);
    return succeeded(null);
  } catch {
    return failed<CommandFailure>({ kind: 'not-opened', address });
  }
}

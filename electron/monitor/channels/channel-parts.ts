import type { KeptSecrets } from '../../account/kept-secrets.ts';
import type { JsonFiles, LinesFiles } from '../../storage/files.ts';
import type { Clock } from '../clock.ts';
import type { DesktopPort } from '../desktop-port.ts';
import type { AppStore } from '../state.ts';

/** Opens the network of channels. Null where nothing may be sent, as in the demo. */
export type OpenChannelNetwork = (ownEntry: () => string | null) => Promise<{
  fetch: typeof globalThis.fetch | null;
  /** Whether an address may be http on this computer. */
  loopback: boolean;
}>;

export type ChannelParts = {
  store: AppStore;
  clock: Clock;
  afterTurn: (run: () => void) => void;
  files: { channels: JsonFiles; events: LinesFiles };
  secrets: KeptSecrets;
  network: OpenChannelNetwork;
  desktop: Pick<DesktopPort, 'notify' | 'showManager'>;
  newId: () => string;
  /** Returns what the account is called where there are several. */
  account: () => string | null;
};

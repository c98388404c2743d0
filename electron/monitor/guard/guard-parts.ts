import type { Session } from '../../account/session.ts';
import type { Place } from '../../contract/navigation.ts';
import type { ShowNotification } from '../../contract/notification.ts';
import type { OxylabsClient } from '../../oxylabs/client.ts';
import type { LinesFiles } from '../../storage/files.ts';
import type { ChannelEvent } from '../channels/channel-event.ts';
import type { Clock } from '../clock.ts';
import type { SaveText } from '../desktop-port.ts';
import type { AppStore } from '../state.ts';
import type { SubUserListAccess } from '../sub-users/sub-user-list.ts';

export type OpenGuardParts = {
  store: AppStore;
  clock: Clock;
  /** Returns the API's time, in epoch milliseconds. */
  serverNow: () => number;
  session: Pick<Session, 'call'>;
  /** Without the observer that takes a write for the user's. */
  client: Pick<OxylabsClient, 'updateSubUser' | 'subUserUsage'>;
  list: SubUserListAccess;
  files: LinesFiles;
  newId: () => string;
  saveText: SaveText;
  notify: ShowNotification;
  /** Sends it to the channels. */
  tell: (events: readonly ChannelEvent[]) => void;
  navigate: (target: Place) => void;
  refreshNow: () => Promise<void>;
};

import type { CommandFailure, Outcome } from '../../contract/failure.ts';
import type { FocusTarget } from '../../contract/focus.ts';
import type { ShowNotice } from '../../contract/notice.ts';
import type { SettingsChange } from '../../contract/settings.ts';
import type { Clock } from '../poller.ts';
import type { AppStore } from '../state.ts';
import { createAlertActions, createNoticeHandler } from './alert-actions.ts';
import { AlertDelivery } from './delivery.ts';
import { createHistoryShelf, type LineFiles } from './history-shelf.ts';
import { createMemoryFile, type JsonFiles } from './memory-file.ts';
import { Watch } from './watch.ts';

export type OpenWatchParts = {
  store: AppStore;
  clock: Clock;
  files: { history: LineFiles; alerts: LineFiles; memories: JsonFiles };
  notify: ShowNotice;
  newId: () => string;
  saveText: (suggestedName: string, text: string) => Promise<Outcome<{ saved: boolean }, CommandFailure>>;
  changeSettings: (change: SettingsChange) => unknown;
  /** Shows a place in the manager. */
  focus: (target: FocusTarget) => void;
};

/** What watches and warns: the watch itself, and the commands about it. */
export function openWatch(parts: OpenWatchParts): {
  watch: Watch;
  actions: ReturnType<typeof createAlertActions>;
} {
  const { store, clock, files, notify, newId, saveText } = parts;
  const shelf = createHistoryShelf(files.history);
  const onAction = createNoticeHandler({
    focus: parts.focus,
    mute(id) {
      const { mutedSubUserIds } = store.getState().settings.alerts;
      if (mutedSubUserIds.includes(id)) return;
      parts.changeSettings({ alerts: { mutedSubUserIds: [...mutedSubUserIds, id] } });
    },
  });
  const delivery = new AlertDelivery({
    clock,
    notify,
    onAction,
    settings: () => store.getState().settings.alerts,
    locale: () => store.getState().environment.locale,
    onSettled: (book) => watch.publish(book),
  });
  const watch: Watch = new Watch({
    store,
    clock,
    delivery,
    shelf,
    logs: files.alerts,
    memories: createMemoryFile(files.memories),
    newId,
  });
  const actions = createAlertActions({ store, watch, shelf, logs: files.alerts, notify, saveText });
  return { watch, actions };
}

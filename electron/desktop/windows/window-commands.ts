import type { CommandHandlers } from '../../contract/commands.ts';
import { succeeded } from '../../contract/failure.ts';
import type { ManagerView } from '../../contract/manager-view.ts';
import type { Place } from '../../contract/navigation.ts';
import type { LoginStart } from '../app/start-at-login.ts';
import type { createClipboard } from './clipboard.ts';
import { openLink } from './links.ts';
import type { Manager } from './manager.ts';
import type { Popover } from './popover.ts';

type Names =
  | 'copyText'
  | 'openLink'
  | 'openManager'
  | 'holdWindow'
  | 'hidePopover'
  | 'fitPopover'
  | 'quit'
  | 'switchDemo'
  | 'readStartAtLogin'
  | 'setStartAtLogin'
  | 'readView'
  | 'saveView';

export type WindowCommandParts = {
  clipboard: Pick<ReturnType<typeof createClipboard>, 'copyText'>;
  popover: Pick<Popover, 'hide' | 'fit'>;
  /** Where the manager was left. */
  view: { read(): ManagerView; keep(view: ManagerView): void };
  manager: Pick<Manager, 'hold'>;
  /** Shows the manager, at the target if there is one. */
  navigate: (target: Place | null) => void;
  quit: () => void;
  /** Restarts with or without the demo, unless that would lose something. */
  switchDemo: (on: boolean) => void;
  startAtLogin: Pick<LoginStart, 'read' | 'set'>;
};

/** Creates the handlers of commands that need the system or the other window. */
export function createWindowCommands(parts: WindowCommandParts) {
  const { clipboard, popover, manager, view, navigate, quit, switchDemo, startAtLogin } = parts;
  return {
    async copyText({ text, secret }) {
      clipboard.copyText(text, secret);
      return succeeded(null);
    },
    openLink: ({ to }) => openLink(to),
    async openManager({ target }) {
      popover.hide();
      navigate(target);
      return succeeded(null);
    },
    async readView() {
      return succeeded(view.read());
    },
    async saveView(left) {
      view.keep(left);
      return succeeded(null);
    },
    async holdWindow({ holds }) {
      manager.hold(holds);
      return succeeded(null);
    },
    async hidePopover() {
      popover.hide();
      return succeeded(null);
    },
    async fitPopover({ heightPx }) {
      popover.fit(heightPx);
      return succeeded(null);
    },
    async switchDemo({ on }) {
      switchDemo(on);
      return succeeded(null);
    },
    async readStartAtLogin() {
      return succeeded(startAtLogin.read());
    },
    async setStartAtLogin({ on }) {
      return startAtLogin.set(on);
    },
    async quit() {
      popover.hide();
      quit();
      return succeeded(null);
    },
  } satisfies CommandHandlers<unknown, Names>;
}

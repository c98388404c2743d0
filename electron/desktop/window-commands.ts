import type { CommandHandlers } from '../contract/commands.ts';
import { succeeded } from '../contract/failure.ts';
import type { FocusTarget } from '../contract/focus.ts';
import type { createClipboard } from './clipboard.ts';
import { openLink } from './links.ts';
import type { Popover } from './popover.ts';
import { saveText } from './save-text.ts';

type Names = 'saveText' | 'copyText' | 'openLink' | 'openManager' | 'hidePopover';

export type WindowCommandParts = {
  clipboard: Pick<ReturnType<typeof createClipboard>, 'copyText'>;
  popover: Pick<Popover, 'hide'>;
  /** Shows the manager, at a place in it where one is named. */
  focus: (target: FocusTarget | null) => void;
};

/** The commands that ask something of the system or of the other window. */
export function createWindowCommands({ clipboard, popover, focus }: WindowCommandParts) {
  return {
    saveText: ({ suggestedName, text }) => saveText(suggestedName, text),
    async copyText({ text, secret }) {
      clipboard.copyText(text, secret);
      return succeeded(null);
    },
    openLink: ({ to }) => openLink(to),
    async openManager({ target }) {
      popover.hide();
      focus(target);
      return succeeded(null);
    },
    async hidePopover() {
      popover.hide();
      return succeeded(null);
    },
  } satisfies CommandHandlers<unknown, Names>;
}

import type { CommandHandlers } from '../contract/commands.ts';
import type { CommandFailure, Outcome } from '../contract/failure.ts';
import type { ShowNotification } from '../contract/notification.ts';

/**
 * Asks for a file and writes the text to it; `saved` is false if the user cancelled. A text in pieces is made while it is
 * written, so that a long one neither blocks main nor fills its memory.
 */
export type SaveText = (
  suggestedName: string,
  text: string | Iterable<string>,
) => Promise<Outcome<{ saved: boolean }, CommandFailure>>;

/** What the monitor asks of the operating system. No call throws. */
export type DesktopPort = {
  notify: ShowNotification;
  saveText: SaveText;
  copyText: (text: string, secret: boolean) => void;
  /** Brings the manager to the front, and opens it if it is closed. */
  showManager: () => void;
};

/** Creates the handler that saves a text which a window has made. */
export function createSaveAction(saveText: SaveText) {
  return {
    saveText: ({ suggestedName, text }) => saveText(suggestedName, text),
  } satisfies CommandHandlers<unknown, 'saveText'>;
}

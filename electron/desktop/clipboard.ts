import { clipboard } from 'electron';

/** Long enough to paste, short enough not to be found there tomorrow. */
const secretStaysMs = 60_000;

/** Puts a text on the clipboard. A secret is taken off again after a minute, unless something else was copied since. */
export function copyText(text: string, secret: boolean): void {
  clipboard.writeText(text);
  if (!secret) return;
  setTimeout(async () => {
    // Electron 33 answers at once, later ones with a promise.
    if ((await clipboard.readText()) === text) clipboard.clear();
  }, secretStaysMs);
}

/** The part of the system's clipboard that is used. Electron 33 returns values, later versions return promises. */
export type SystemClipboard = {
  writeText(text: string): unknown;
  readText(): string | Promise<string>;
  clear(): unknown;
};

/** Long enough to paste, and short enough not to be found the next day. */
const secretStaysMs = 60_000;

/** Writes to the clipboard. A secret is cleared after a minute or at quit, unless another text was copied since. */
export function createClipboard(
  clipboard: SystemClipboard,
  after: (delayMs: number, run: () => void) => () => void,
) {
  let secretThere: string | null = null;
  let cancel = () => {};

  /** Clears at once where the clipboard answers at once: at the end of a session no later turn comes. */
  function clearSecret(): void | Promise<void> {
    const mine = secretThere;
    secretThere = null;
    cancel();
    if (mine === null) return;
    const clearIfMine = (there: string) => {
      if (there === mine) clipboard.clear();
    };
    const there = clipboard.readText();
    return typeof there === 'string' ? clearIfMine(there) : there.then(clearIfMine);
  }

  return {
    copyText(text: string, secret: boolean): void {
      clipboard.writeText(text);
      cancel();
      secretThere = secret ? text : null;
      if (secret) cancel = after(secretStaysMs, () => void clearSecret());
    },
    clearSecret,
  };
}

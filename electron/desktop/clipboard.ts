/** What is needed of the system's clipboard. Electron 33 answers at once, later ones with a promise. */
export type SystemClipboard = {
  writeText(text: string): unknown;
  readText(): string | Promise<string>;
  clear(): unknown;
};

/** Long enough to paste, short enough not to be found there tomorrow. */
const secretStaysMs = 60_000;

/** The clipboard, on which a secret does not stay: it goes after a minute or at quit, unless something else was copied since. */
export function createClipboard(
  clipboard: SystemClipboard,
  after: (delayMs: number, run: () => void) => () => void,
) {
  let secretThere: string | null = null;
  let cancel = () => {};

  async function clearSecret(): Promise<void> {
    const mine = secretThere;
    secretThere = null;
    cancel();
    if (mine !== null && (await clipboard.readText()) === mine) clipboard.clear();
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

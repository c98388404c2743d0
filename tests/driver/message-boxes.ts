import type { App } from './app.ts';

/** Records the system's message boxes instead of showing them, and answers each with this button. */
export async function answerMessageBoxes(app: App, button = 0): Promise<void> {
  await app.electron.evaluate(({ dialog }, response) => {
    const { asked = [] } = globalThis as { asked?: string[] };
    Object.assign(globalThis, { asked });
    dialog.showMessageBox = async (...given: unknown[]) => {
      asked.push((given.at(-1) as { message: string }).message);
      return { response, checkboxChecked: false };
    };
  }, button);
}

/** Returns the texts of the message boxes so far, oldest first. */
export function messageBoxes(app: App): Promise<string[]> {
  return app.electron.evaluate(() => (globalThis as { asked?: string[] }).asked ?? []);
}

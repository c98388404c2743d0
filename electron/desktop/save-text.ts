import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { app, dialog } from 'electron';
import { type CommandFailure, failed, type Outcome, succeeded } from '../contract/failure.ts';

/** Asks the person where, and writes the text there as UTF-8, readable by its owner alone. */
export async function saveText(
  suggestedName: string,
  text: string,
): Promise<Outcome<{ saved: boolean }, CommandFailure>> {
  // A page suggests a name, never a folder.
  const defaultPath = join(app.getPath('downloads'), basename(suggestedName));
  const { canceled, filePath } = await dialog.showSaveDialog({ defaultPath });
  if (canceled || filePath === '') return succeeded({ saved: false });
  try {
    await writeFile(filePath, text, { encoding: 'utf8', mode: 0o600 });
    return succeeded({ saved: true });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    return failed({ kind: 'not-saved', code });
  }
}

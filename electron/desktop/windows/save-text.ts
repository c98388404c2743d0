import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { app, dialog } from 'electron';
import { type CommandFailure, failed, type Outcome, succeeded } from '../../contract/failure.ts';
import { suggestedFileName } from './suggested-name.ts';

let asking = false;

/**
 * Asks the user for a file, and writes the text to it as UTF-8, readable by its owner only. There is one dialog at a time.
 */
export async function saveText(
  suggestedName: string,
  text: string,
): Promise<Outcome<{ saved: boolean }, CommandFailure>> {
  if (asking) return failed({ kind: 'dialog-open' });
  asking = true;
  try {
    // A page suggests a name, but never a folder.
    const defaultPath = join(app.getPath('downloads'), suggestedFileName(suggestedName));
    const { canceled, filePath } = await dialog.showSaveDialog({ defaultPath });
    if (canceled || filePath === '') return succeeded({ saved: false });
    await writePrivately(filePath, text);
    return succeeded({ saved: true });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    return failed({ kind: 'not-saved', code });
  } finally {
    asking = false;
  }
}

/**
 * Writes a file and makes it 0600 first, because it may hold passwords: one that exists keeps its permissions otherwise. A
 * FIFO is an error, and not a wait for its reader.
 */
async function writePrivately(file: string, text: string): Promise<void> {
  const flags = constants.O_WRONLY | constants.O_CREAT | (constants.O_NONBLOCK ?? 0);
  const handle = await open(file, flags, 0o600);
  try {
    if ((await handle.stat()).isFile()) {
      // Some file systems (FAT, network shares) have no permissions, and the user chose the place.
      await handle.chmod(0o600).catch(() => {});
      await handle.truncate(0);
    }
    await handle.writeFile(text, 'utf8');
  } finally {
    await handle.close();
  }
}

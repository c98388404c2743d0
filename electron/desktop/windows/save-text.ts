import { join } from 'node:path';
import { app, dialog } from 'electron';
import { type CommandFailure, failed, type Outcome, succeeded } from '../../contract/failure.ts';
import { codeOf } from '../../storage/private-files.ts';
import { writePrivately } from '../../storage/write-privately.ts';
import { suggestedFileName } from './suggested-name.ts';

let asking = false;

/**
 * Asks the user for a file, with one dialog at a time, and writes the text to it as UTF-8, readable by its owner only. The
 * pieces of a long text are made one by one, and main serves its windows between them.
 */
export async function saveText(
  suggestedName: string,
  text: string | Iterable<string>,
): Promise<Outcome<{ saved: boolean }, CommandFailure>> {
  if (asking) return failed({ kind: 'dialog-open' });
  asking = true;
  try {
    // A page suggests a name, but never a folder.
    const defaultPath = join(app.getPath('downloads'), suggestedFileName(suggestedName));
    const { canceled, filePath } = await dialog.showSaveDialog({ defaultPath });
    if (canceled || filePath === '') return succeeded({ saved: false });
    await writePrivately(filePath, typeof text === 'string' ? [text] : text);
    return succeeded({ saved: true });
  } catch (error) {
    return failed({ kind: 'not-saved', code: codeOf(error) });
  } finally {
    asking = false;
  }
}

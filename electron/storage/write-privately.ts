import { constants } from 'node:fs';
import { open } from 'node:fs/promises';

/**
 * Writes a file in pieces, each made when the one before it is written, and makes it 0600 first, because it may hold
 * passwords: one that exists keeps its permissions otherwise. A FIFO is an error, and not a wait for its reader.
 */
export async function writePrivately(file: string, pieces: Iterable<string>): Promise<void> {
  const flags = constants.O_WRONLY | constants.O_CREAT | (constants.O_NONBLOCK ?? 0);
  const handle = await open(file, flags, 0o600);
  try {
    if ((await handle.stat()).isFile()) {
      // Some file systems (FAT, network shares) have no permissions, and the user chose the place.
      await handle.chmod(0o600).catch(() => {});
      await handle.truncate(0);
    }
    for (const piece of pieces) await handle.writeFile(piece, 'utf8');
  } finally {
    await handle.close();
  }
}

import { join } from 'node:path';
import { app } from 'electron';
import { workingFolder } from '../../storage/working-folder.ts';

/**
 * Chooses the folder of this run's files and returns it. Chromium's own files go to a working folder where the profile
 * cannot be written; the demo has a profile besides the real one.
 */
export function prepareProfile({ demo, ownProfile }: { demo: boolean; ownProfile: boolean }): string {
  if (demo && !ownProfile) app.setPath('userData', `${app.getPath('userData')} Demo`);
  // Whatever this process writes belongs to its user alone, Chromium's files too.
  process.umask(0o077);
  const profile = app.getPath('userData');
  app.setPath('userData', workingFolder(profile));
  return profile;
}

/** Returns the profile of a start without `--user-data-dir`. */
export function usualProfile(): string {
  return join(app.getPath('appData'), app.getName());
}

import { join } from 'node:path';
import { app } from 'electron';
import { workingFolder } from '../../storage/working-folder.ts';

type ProfileAsked = { demo: boolean; ownProfile: boolean };

/**
 * Chooses the folder of this run's files and returns it. Chromium's own files go to a working folder where the profile
 * cannot be written; the demo has a profile besides the real one.
 */
export function prepareProfile(asked: ProfileAsked): string {
  const profile = profileOf(asked);
  // Whatever this process writes belongs to its user alone, Chromium's files too.
  process.umask(0o077);
  app.setPath('userData', workingFolder(profile));
  return profile;
}

/** Returns the folder of the files of a run. */
export function profileOf({ demo, ownProfile }: ProfileAsked): string {
  const profile = app.getPath('userData');
  return demo && !ownProfile ? `${profile} Demo` : profile;
}

/** Returns the profile of a start without `--user-data-dir`. */
export function usualProfile(): string {
  return join(app.getPath('appData'), app.getName());
}

import { usualProfile } from './desktop/app/profile.ts';
import { runtimeFolder, type StatusPlaces } from './storage/status-files.ts';

/** Returns where the files for scripts and status bars are, for their writer and for the command line alike. */
export function statusPlaces(profile: string): StatusPlaces {
  const runtime = runtimeFolder({
    platform: process.platform,
    runtimeDir: process.env.XDG_RUNTIME_DIR,
    uid: process.getuid?.(),
  });
  return { profile, usualProfile: usualProfile(), runtime };
}

import { join } from 'node:path';
import { z } from 'zod';
import { momentSchema } from '../contract/bounds.ts';
import { versionSchema } from '../contract/releases.ts';
import { replaceFile } from './private-files.ts';
import { readText } from './read-file.ts';

const keptSchema = z.object({
  /** The next request is not before this time. */
  nextAt: momentSchema,
  /** The newest list that was seen; null before the first. */
  list: z.object({ issuedAt: momentSchema, newest: versionSchema }).nullable(),
});
export type KeptVersions = z.infer<typeof keptSchema>;

export type VersionFile = {
  read(): KeptVersions;
  /** Returns whether it was written. */
  keep(kept: KeptVersions): boolean;
};

const mostBytes = 1_000;

/** Opens `versions.json`. A damaged file counts as none. */
export function openVersionFile(profile: string): VersionFile {
  const file = join(profile, 'versions.json');
  let kept = understood(file);
  return {
    read: () => kept,
    keep(next) {
      kept = next;
      try {
        replaceFile(file, JSON.stringify(next));
        return true;
      } catch {
        return false;
      }
    },
  };
}

function understood(file: string): KeptVersions {
  try {
    return keptSchema.parse(JSON.parse(readText(file, mostBytes)));
  } catch {
    return { nextAt: 0, list: null };
  }
}

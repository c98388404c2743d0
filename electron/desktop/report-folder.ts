import { chmodSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Small JSON files in a folder of their own, each replaced whole: 0600 in 0700. Names are the caller's, without folders. */
export type ReportFolder = {
  /** Null for a file that is not there or is not JSON: it is read from the API again. */
  read(name: string): unknown;
  write(name: string, value: unknown): void;
  /** Removes the files whose names do not pass. */
  sweep(keeps: (name: string) => boolean): void;
};

export function openReportFolder(profile: string, folderName: string): ReportFolder {
  const folder = join(profile, folderName);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  return {
    read(name) {
      try {
        return JSON.parse(readFileSync(join(folder, name), 'utf8'));
      } catch {
        return null;
      }
    },
    write(name, value) {
      const file = join(folder, name);
      // `flush`: after a power cut the old file is there or the new one, never an empty one.
      writeFileSync(`${file}.new`, JSON.stringify(value), { mode: 0o600, flush: true });
      renameSync(`${file}.new`, file);
    },
    sweep(keeps) {
      for (const name of readdirSync(folder)) if (!keeps(name)) rmSync(join(folder, name), { force: true });
    },
  };
}

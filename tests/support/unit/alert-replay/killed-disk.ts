import type { LinesFiles } from '../../../../electron/storage/files.ts';
import type { Disk } from '../alert-run.ts';

/** Wraps files so that they accept a number of writes and then none, like those of an app that was killed. */
export function killableDisk(disk: Disk): {
  disk: Disk;
  killAfter(writes: number | null): void;
  dead(): boolean;
} {
  let left = Number.POSITIVE_INFINITY;
  const alive = (): boolean => {
    left -= 1;
    return left >= 0;
  };
  const lines = (files: LinesFiles): LinesFiles => ({
    ...files,
    append(name, added) {
      if (alive()) files.append(name, added);
      // The write that was cut may have reached the disk in part; a torn last line is dropped when it is read.
      else if (left === -1) files.append(name, added.slice(0, Math.floor(added.length / 2)));
    },
    replace: (name, all) => (alive() ? files.replace(name, all) : undefined),
    remove: (name) => (alive() ? files.remove(name) : undefined),
  });
  return {
    disk: {
      history: lines(disk.history),
      alerts: lines(disk.alerts),
      memories: {
        ...disk.memories,
        write: (name, value) => (alive() ? disk.memories.write(name, value) : undefined),
      },
    },
    killAfter(writes) {
      left = writes ?? Number.POSITIVE_INFINITY;
    },
    dead: () => left < 0,
  };
}

import type { LogFolder } from './log-folder.ts';
import type { ReportFolder } from './report-folder.ts';
import type { StoredFile } from './stored-file.ts';

/** Files in memory alone: each demo has an account of its own, which is not worth remembering. */
export function unkeptFile<Value>(): StoredFile<Value> {
  let kept: Value | null = null;
  return {
    read: () => kept,
    write(value) {
      kept = value;
    },
  };
}

export function unkeptFolder(): ReportFolder {
  const kept = new Map<string, unknown>();
  return {
    read: (name) => kept.get(name) ?? null,
    write: (name, value) => void kept.set(name, value),
    sweep(keeps) {
      for (const name of kept.keys()) if (!keeps(name)) kept.delete(name);
    },
  };
}

export function unkeptLines(): LogFolder {
  const kept = new Map<string, string[]>();
  return {
    read: (name) => [...(kept.get(name) ?? [])],
    append: (name, lines) => void kept.set(name, [...(kept.get(name) ?? []), ...lines]),
    replace: (name, lines) => void kept.set(name, [...lines]),
    names: () => [...kept.keys()],
    remove: (name) => void kept.delete(name),
  };
}

import type { JsonFiles, LinesFiles, ValueFile } from './files.ts';

/** Holds a value in memory only: each demo has a new account, which is not worth storing. */
export function inMemoryValue<Value>(): ValueFile<Value> {
  let kept: Value | null = null;
  return {
    read: () => kept,
    write(value) {
      kept = value;
    },
  };
}

export function inMemoryJson(): JsonFiles {
  const kept = new Map<string, unknown>();
  return {
    read: (name) => kept.get(name) ?? null,
    write: (name, value) => void kept.set(name, value),
    names: () => [...kept.keys()],
    sweep(keeps) {
      for (const name of kept.keys()) if (!keeps(name)) kept.delete(name);
    },
  };
}

export function inMemoryLines(): LinesFiles {
  const kept = new Map<string, string[]>();
  return {
    read: (name) => [...(kept.get(name) ?? [])],
    append: (name, lines) => void kept.set(name, [...(kept.get(name) ?? []), ...lines]),
    replace: (name, lines) => void kept.set(name, [...lines]),
    names: () => [...kept.keys()],
    remove: (name) => void kept.delete(name),
  };
}

/** Returns the files of an account that are kept in memory only. */
export function inMemoryFiles() {
  return {
    rosters: inMemoryValue<unknown>(),
    history: inMemoryLines(),
    alerts: inMemoryLines(),
    alertMemories: inMemoryJson(),
    targets: inMemoryJson(),
    guard: inMemoryLines(),
    jobs: inMemoryJson(),
    jobSteps: inMemoryLines(),
    passwords: inMemoryJson(),
    subUserPasswords: inMemoryJson(),
    channels: inMemoryJson(),
    channelEvents: inMemoryLines(),
    channelSecrets: inMemoryJson(),
  };
}

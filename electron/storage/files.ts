/** Holds one value in a file. No call throws: a failed write is queued and retried. */
export type ValueFile<Value> = {
  /** Returns the value last written or read; null if there is none. */
  read(): Value | null;
  /** Replaces the whole file. Null erases it, and its copies. */
  write(value: Value | null): void;
};

/** Holds small JSON files in one folder, each replaced as a whole. No call throws; names contain no folder. */
export type JsonFiles = {
  /** Returns null if the file is missing or is not JSON. */
  read(name: string): unknown;
  write(name: string, value: unknown): void;
  names(): string[];
  /** Removes the files whose names `keeps` rejects. */
  sweep(keeps: (name: string) => boolean): void;
};

/** Holds append-only files of lines in one folder. No call throws; names contain no folder. */
export type LinesFiles = {
  /** Returns the complete lines of a file, without a last line that a kill cut short; empty if there is no file. */
  read(name: string): string[];
  /** Appends lines in one write. */
  append(name: string, lines: readonly string[]): void;
  /** Replaces all lines, atomically. */
  replace(name: string, lines: readonly string[]): void;
  names(): string[];
  remove(name: string): void;
};

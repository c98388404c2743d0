import type { LinesFiles } from './files.ts';
import { type LogEvent, lineWithoutName, logLine } from './log-event.ts';
import { codeOf } from './private-files.ts';

const current = 'oxygauge.log';
const older = 'oxygauge.1.log';
/** The limit of each of the two files. */
const mostBytes = 512 * 1024;

export type Log = {
  write(event: LogEvent): void;
  /**
   * Logs what failed, in our own words, and the kind of error. It omits the message, which may hold an address or a value.
   */
  report(what: string, error: unknown): void;
  /** Returns the last lines, without names. */
  tail(count: number): string[];
  /** Deletes what was written so far, and starts a new file. */
  erase(): void;
};

type LogParts = { files: LinesFiles; now: () => number; fullNames: () => boolean; mostBytes?: number };

/** Opens the log on disk: two files of a bounded size. When the newer one is full, it replaces the older one. */
export function openLog({ files, now, fullNames, mostBytes: most = mostBytes }: LogParts): Log {
  let bytes = sizeOf(files.read(current));

  function write(event: LogEvent): void {
    const line = logLine(event, now(), fullNames());
    const size = sizeOf([line]);
    if (bytes > 0 && bytes + size > most) {
      files.replace(older, files.read(current));
      files.replace(current, []);
      bytes = 0;
    }
    bytes += size;
    files.append(current, [line]);
  }

  return {
    write,
    report(what, error) {
      const event = faultOf(what, error);
      write(event);
      console.error(`oxygauge: ${what}: ${event.error}${event.code === null ? '' : ` (${event.code})`}`);
    },
    tail: (count) =>
      [...files.read(older), ...files.read(current)]
        .slice(-count)
        .flatMap((line) => lineWithoutName(line) ?? []),
    erase() {
      for (const name of [older, current]) files.remove(name);
      bytes = 0;
    },
  };
}

/** Passes only well-formed words, because an error's name and code may be any text. */
function faultOf(what: string, error: unknown): Extract<LogEvent, { kind: 'fault' }> {
  const name = error instanceof Error ? error.name : typeof error;
  const code = codeOf(error);
  return {
    kind: 'fault',
    what,
    error: /^[A-Za-z]\w{0,40}$/.test(name) ? name : 'Error',
    code: /^[A-Z][A-Z0-9_]{1,40}$/.test(code) ? code : null,
    frames: error instanceof Error ? framesOf(error.stack ?? '') : [],
  };
}

/** Matches a line of a stack in a file of our own bundle, by the names that vite.config.ts gives. */
const ownFrame = /^ {4}at .*[/\\](main(?:-[\w-]{1,40})?\.js|json-store\.cjs):(\d{1,6}):(\d{1,6})\)?$/;

/** Returns places in our own bundle only. A stack begins with the message, which may look like a place. */
function framesOf(stack: string): string[] {
  const frames = stack.split('\n').flatMap((line) => {
    const [, file, row, column] = ownFrame.exec(line) ?? [];
    return file === undefined ? [] : [`${file}:${row}:${column}`];
  });
  return frames.slice(0, 8);
}

function sizeOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0);
}

import type { AccountId } from '../../contract/account.ts';
import { type GuardLine, guardLineSchema, noGuardState } from '../../contract/guard-journal.ts';
import { parseJson } from '../../oxylabs/answer.ts';
import type { LinesFiles } from '../../storage/files.ts';
import { applyLine, type GuardMemory, memoryOf, stateOfMemory } from '../../usage/guard/apply-line.ts';
import { monthOf } from '../../usage/history.ts';

/** Keeps what Guard is to do, has sent and has done for one account. */
export type GuardJournal = {
  readonly memory: GuardMemory;
  /** Appends lines in one write, and applies them. */
  write(lines: readonly GuardLine[]): void;
  /** Returns the files by their numbers, the newest first; each is read when its lines are asked for. */
  files(): { number: number; lines: () => GuardLine[] }[];
  /** Grows with each line. */
  readonly revision: number;
  /** Writes nothing from now on: the account may be forgotten, and what is left out is settled by the list as after a kill. */
  close(): void;
};

const keptMonths = 13;
/** A file begins with the whole state, so that the others need not be read, and ends before it is long. */
const mostLines = 20_000;

type Part = { name: string; month: string; number: number };

/** Opens the journal of an account, and makes the state of its lines. */
export function openGuardJournal(
  files: LinesFiles,
  accountId: AccountId,
  now: () => number,
  onLines: (lines: readonly GuardLine[]) => void = () => {},
): GuardJournal {
  const memory = memoryOf(noGuardState);
  const parts = partsOf(files, accountId);
  let current = parts.at(-1) ?? null;
  let count = readInto(memory, files, parts);
  let revision = 0;
  let isClosed = false;

  function begin(month: string): Part {
    const number = (current?.number ?? 0) + 1;
    return { name: `${accountId}_${month}_${String(number).padStart(6, '0')}.jsonl`, month, number };
  }

  return {
    memory,
    write(lines) {
      if (lines.length === 0 || isClosed) return;
      const texts = lines.map((line) => JSON.stringify(line));
      const month = laterOf(monthOf(now()), current?.month);
      if (current === null || current.month !== month || count >= mostLines) {
        current = begin(month);
        count = 0;
        texts.unshift(
          JSON.stringify({ line: 'state', at: now(), state: stateOfMemory(memory) } satisfies GuardLine),
        );
        sweep(files, accountId);
      }
      count += texts.length;
      files.append(current.name, texts);
      onLines(lines);
      for (const line of lines) applyLine(memory, line);
      revision += lines.length;
    },
    files: () =>
      partsOf(files, accountId)
        .reverse()
        .map(({ name, number }) => ({ number, lines: () => linesOf(files, name) })),
    get revision() {
      return revision;
    },
    close() {
      isClosed = true;
    },
  };
}

/** Reads from the last file that begins with the state. Returns the number of lines in the newest. */
function readInto(memory: GuardMemory, files: LinesFiles, parts: readonly Part[]): number {
  const read: GuardLine[][] = [];
  for (const { name } of [...parts].reverse()) {
    const lines = linesOf(files, name);
    read.unshift(lines);
    if (lines[0]?.line === 'state') break;
  }
  for (const line of read.flat()) applyLine(memory, line);
  return read.at(-1)?.length ?? 0;
}

function linesOf(files: LinesFiles, name: string): GuardLine[] {
  return files.read(name).flatMap((text) => guardLineSchema.safeParse(parseJson(text)).data ?? []);
}

/** Returns the files of an account in the order in which they were begun, whatever the clock said then. */
function partsOf(files: LinesFiles, accountId: AccountId): Part[] {
  return files
    .names()
    .flatMap((name): Part[] => {
      const found = /^(.*)_(\d{4}-\d{2})_(\d{6})\.jsonl$/.exec(name);
      const [, account, month = '', number] = found ?? [];
      return account === accountId ? [{ name, month, number: Number(number) }] : [];
    })
    .sort((one, other) => one.number - other.number);
}

/** A clock that was set back does not continue an older file. */
function laterOf(month: string, other: string | undefined): string {
  return other !== undefined && other > month ? other : month;
}

/** Keeps the files of as many months as have any, so that a clock that is years ahead removes nothing. */
function sweep(files: LinesFiles, accountId: AccountId): void {
  const parts = partsOf(files, accountId);
  const months = [...new Set(parts.map(({ month }) => month))].slice(-keptMonths);
  for (const { name, month } of parts) if (!months.includes(month)) files.remove(name);
}

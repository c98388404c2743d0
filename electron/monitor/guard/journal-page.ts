import type { CommandInput } from '../../contract/commands.ts';
import { type GuardJournalPage, type GuardRow, journalPageRows } from '../../contract/guard-view.ts';
import { journalRows, type PlacedRow } from '../../usage/guard/journal-rows.ts';
import { undoableParts } from '../../usage/guard/undoable.ts';
import type { GuardJournal } from './guard-journal.ts';

/** Is beyond the last line of any file. */
const mostLine = 999_999_999;

/**
 * Returns rows of the journal, newest first, from where the last page ended. A search ends with the file that it has read, so
 * that one request never reads a year.
 */
export function journalPage(
  journal: GuardJournal,
  { search, before }: CommandInput<'readGuardJournal'>,
): GuardJournalPage {
  const wanted = search.trim().toLowerCase();
  const from = placeOf(before);
  const rows: GuardRow[] = [];
  let next: string | null = null;
  for (const { number, placed } of filesUntil(journal, from?.number ?? Number.POSITIVE_INFINITY)) {
    if (wanted !== '' && next !== null) return { rows, next };
    for (const { row, act, line } of placed.reverse()) {
      const isShown = from !== null && number === from.number && line >= from.line;
      if (isShown || !isWanted(row, wanted)) continue;
      if (rows.length === journalPageRows) return { rows, next };
      next = `${number}:${line}`;
      rows.push({ ...row, place: next, undo: undoOf(journal, row, act) });
    }
    if (wanted !== '') next = `${number - 1}:${mostLine}`;
  }
  return { rows, next: null };
}

function isWanted({ subUser }: PlacedRow['row'], wanted: string): boolean {
  return wanted === '' || subUser?.username.toLowerCase().includes(wanted) === true;
}

/** Yields all rows, oldest first. */
export function* allRows(journal: GuardJournal): Generator<PlacedRow['row']> {
  const files = journal.files().reverse();
  for (const [index, file] of files.entries()) {
    for (const { row } of journalRows(file.lines(), files[index + 1]?.lines() ?? [])) yield row;
  }
}

/** Yields the files up to a number, newest first, and reads each when it is asked for. */
function* filesUntil(
  journal: GuardJournal,
  most: number,
): Generator<{ number: number; placed: PlacedRow[] }> {
  let newer: (() => Parameters<typeof journalRows>[1]) | null = null;
  for (const { number, lines } of journal.files()) {
    if (number <= most) yield { number, placed: journalRows(lines(), newer?.() ?? []) };
    newer = lines;
  }
}

function undoOf({ memory }: GuardJournal, { subUser }: PlacedRow['row'], act: string | null): string | null {
  if (subUser === null || act === null) return null;
  return undoableParts(memory.held.get(subUser.id), act).length > 0 ? act : null;
}

function placeOf(text: string | null): { number: number; line: number } | null {
  const found = /^(\d{1,9}):(\d{1,9})$/.exec(text ?? '');
  return found === null ? null : { number: Number(found[1]), line: Number(found[2]) };
}

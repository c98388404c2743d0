import type { GuardLine, GuardLineOf } from '../../contract/guard-journal.ts';
import type { GuardRow } from '../../contract/guard-view.ts';
import { isSameInAll } from './guarded.ts';

/** A row with the place of its first line. */
export type PlacedRow = { row: Omit<GuardRow, 'undo' | 'place'>; act: string | null; line: number };

const empty = {
  subUser: null,
  rule: null,
  why: [],
  from: null,
  to: null,
  outcome: null,
  failure: null,
  pauses: false,
} satisfies Partial<GuardRow>;

/**
 * Returns the rows of a file of lines, in their order. A write is one row; `after` is the next file, where one may have been
 * sent or have ended.
 */
export function journalRows(lines: readonly GuardLine[], after: readonly GuardLine[]): PlacedRow[] {
  const rows: PlacedRow[] = [];
  const open = new Map<string, PlacedRow['row']>();
  for (const [index, line] of lines.entries()) {
    if (line.line === 'sent' || line.line === 'ended') follow(open, line);
    else {
      const row = rowOf(line);
      if (row === null) continue;
      const act = line.line === 'planned' ? line.act : null;
      rows.push({ row, act, line: index });
      if (act !== null) open.set(act, row);
    }
  }
  for (const line of after) if (line.line === 'sent' || line.line === 'ended') follow(open, line);
  return rows;
}

function follow(open: ReadonlyMap<string, PlacedRow['row']>, line: GuardLineOf<'sent' | 'ended'>): void {
  const row = open.get(line.act);
  if (row === undefined) return;
  row.outcome = line.line === 'sent' ? 'sent' : line.outcome;
  if (line.line === 'ended') row.failure = line.failure;
}

type RowLine = Exclude<GuardLine, GuardLineOf<'sent' | 'ended'>>;

function rowOf(line: RowLine): PlacedRow['row'] | null {
  const { at } = line;
  switch (line.line) {
    case 'state':
    case 'notified':
      return null;
    case 'rule-set':
      return { ...empty, at, by: 'you', what: line.line, rule: { id: line.rule.id, kind: line.rule.kind } };
    case 'rule-removed':
    case 'put-back':
      return { ...empty, at, by: 'you', what: line.line, rule: { id: line.rule, kind: null } };
    case 'pulled':
      return { ...empty, at, by: line.by, what: line.line, rule: { id: line.rule, kind: null } };
    default: {
      // A new day, of which the limit stays as it is.
      if (line.line === 'accepted' && isSameInAll(line.from, line.to)) return null;
      const subUser = { id: line.id, username: line.username };
      return { ...empty, at, subUser, ...ofSubUser(line) };
    }
  }
}

type SubUserLine = Extract<RowLine, { username: string }>;

function ofSubUser(line: SubUserLine): Pick<GuardRow, 'by' | 'what'> & Partial<GuardRow> {
  switch (line.line) {
    case 'planned': {
      const { by, why, from, to } = line;
      return { by, what: 'write', why, from, to, outcome: 'planned' };
    }
    case 'accepted': {
      const { by, from, to } = line;
      return { by, what: by === 'oxylabs' ? 'stopped' : 'seen', from, to };
    }
    case 'changed': {
      const { by, from, to, pauses } = line;
      return { by, what: 'changed', from, to, pauses };
    }
    case 'resumed':
      return { by: 'you', what: 'resumed', to: line.now };
    case 'paused':
      return { by: 'you', what: 'paused', why: ['undo'], pauses: true };
    case 'held':
      return { by: 'guard', what: 'held', to: line.own };
    case 'released':
      return { by: 'guard', what: 'released' };
  }
}

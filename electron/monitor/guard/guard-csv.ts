import type { Guarded } from '../../contract/guard-journal.ts';
import { csvRows } from '../../text/csv.ts';
import { say } from '../../text/say.ts';
import type { GuardJournal } from './guard-journal.ts';
import { allRows } from './journal-page.ts';

/** Yields the journal as CSV, oldest first. */
export function* guardCsv(journal: GuardJournal): Generator<string> {
  yield csvRows([
    [
      say('files.time'),
      say('files.subUser'),
      say('files.id'),
      say('files.by'),
      say('files.what'),
      say('files.why'),
      say('files.before'),
      say('files.after'),
      say('files.outcome'),
    ],
  ]);
  for (const { at, subUser, rule, by, what, why, from, to, outcome } of allRows(journal)) {
    const who = subUser === null ? ['', rule?.id ?? ''] : [subUser.username, subUser.id];
    const about = [by, what, why.join(' '), guardedText(from), guardedText(to), outcome ?? ''];
    yield csvRows([[new Date(at).toISOString(), ...who, ...about]]);
  }
}

/** Returns the values for a program: the limit, `stops` where it disables, and the status. */
function guardedText(guarded: Guarded | null): string {
  if (guarded === null) return '';
  const { limit, disablesAtLimit, status } = guarded;
  const gb = limit.kind === 'gb' ? `${limit.limitGb} GB` : limit.kind;
  return [gb, ...(disablesAtLimit ? ['stops'] : []), status].join(', ');
}

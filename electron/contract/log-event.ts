import type { Remembered, SignedOutReason } from './account.ts';
import type { AlertRule, Delivery } from './alert.ts';
import type { CommandFailure } from './failure.ts';
import type { OddFile, WriteFailure } from './storage.ts';

/** How something ended: done, or the kind of its failure. */
export type LoggedOutcome = 'done' | CommandFailure;

/**
 * All that is ever logged. A log of its own and not a library that prints what it is given: what is not one of these cannot be
 * passed, so no secret, address or message of an unknown error can. A sub-user's name is the one text from outside.
 */
export type LogEvent =
  | { kind: 'start'; version: string; electron: string; platform: string; demo: boolean }
  | { kind: 'sign-in'; outcome: LoggedOutcome }
  | { kind: 'signed-in'; remembered: Remembered }
  | { kind: 'signed-out'; reason: SignedOutReason }
  | { kind: 'refresh'; outcome: LoggedOutcome }
  | { kind: 'write'; call: 'create' | 'update' | 'delete'; outcome: LoggedOutcome; subUser: string | null }
  | { kind: 'alert'; rule: AlertRule; delivery: Delivery; subUser: string | null }
  | { kind: 'odd-file'; file: OddFile }
  | { kind: 'storage'; failing: WriteFailure | null }
  /** `what` is one of our own words. `frames` are places in our own code (`main.js:10:5`). */
  | { kind: 'fault'; what: string; error: string; code: string | null; frames: readonly string[] };

const subUserMark = ' sub-user=';

/** One line for an event, without its end: the time, what happened, and a sub-user's name last of all. */
export function logLine(event: LogEvent, at: number, fullNames: boolean): string {
  const name = 'subUser' in event ? event.subUser : null;
  const who = name === null ? '' : `${subUserMark}${JSON.stringify(fullNames ? name : masked(name))}`;
  const words = wordsOf(event).map((word) => word.replace(/[^\w.:+-]/g, '?').slice(0, 80));
  return `${new Date(at).toISOString()} ${event.kind} ${words.join(' ')}${who}`;
}

/** A line without the sub-user's name. Null for what is not a line of ours: somebody else may have written to the file. */
export function lineWithoutName(line: string): string | null {
  const end = line.indexOf(subUserMark);
  const rest = end === -1 ? line : line.slice(0, end);
  return /^\d{4}-\d\d-\d\dT[\d:.]{12}Z [a-z-]{1,20}( [\w.:+?-]{1,80})*$/.test(rest) ? rest : null;
}

/** Never the whole of a name: `pri…eu`. */
export function masked(name: string): string {
  const letters = [...name];
  return letters.length < 8
    ? `${letters.length < 3 ? '' : letters[0]}…`
    : `${letters.slice(0, 3).join('')}…${letters.slice(-2).join('')}`;
}

function wordsOf(event: LogEvent): string[] {
  switch (event.kind) {
    case 'start':
      return [event.version, `electron:${event.electron}`, event.platform, ...(event.demo ? ['demo'] : [])];
    case 'sign-in':
    case 'refresh':
      return outcomeWords(event.outcome);
    case 'signed-in':
      return [event.remembered];
    case 'signed-out':
      return [event.reason];
    case 'write':
      return [event.call, ...outcomeWords(event.outcome)];
    case 'alert':
      return [event.rule, event.delivery];
    case 'odd-file':
      return [event.file.what, event.file.why, event.file.copy === null ? 'no-copy' : 'copied'];
    case 'storage':
      return event.failing === null ? ['works'] : ['fails', event.failing.what, event.failing.code];
    case 'fault':
      return [
        ...event.what.split(' '),
        event.error,
        ...(event.code === null ? [] : [event.code]),
        ...event.frames,
      ];
  }
}

/** The kind, with its status or reason. Never the vendor's words. */
export function outcomeWords(outcome: LoggedOutcome): string[] {
  if (outcome === 'done') return ['done'];
  if (outcome.kind === 'unclear-write')
    return [outcome.kind, ...outcomeWords(outcome.cause), `done:${outcome.done}`];
  return [
    outcome.kind,
    ...('status' in outcome ? [`${outcome.status}`] : []),
    ...('reason' in outcome ? [outcome.reason] : []),
    ...('code' in outcome ? [outcome.code] : []),
  ];
}

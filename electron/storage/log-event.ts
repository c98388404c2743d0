import type { Remembered, SignedOutReason } from '../contract/account.ts';
import type { AlertRule, Delivery } from '../contract/alert.ts';
import type { ChannelAnswer, ChannelService } from '../contract/channel.ts';
import type { CommandFailure } from '../contract/failure.ts';
import type { UnreadableFile, WriteFailure } from '../contract/storage.ts';

/** How something ended: done, or a failure. */
export type LoggedOutcome = 'done' | CommandFailure;

/**
 * Lists all that is ever logged. General loggers print what they are given, while this union cannot hold a secret, an
 * address or an error's message: a sub-user's name is its only text from outside.
 */
export type LogEvent =
  | { kind: 'start'; version: string; electron: string; platform: string; demo: boolean }
  | { kind: 'sign-in'; outcome: LoggedOutcome }
  | { kind: 'signed-in'; remembered: Remembered }
  | { kind: 'signed-out'; reason: SignedOutReason }
  | { kind: 'refresh'; outcome: LoggedOutcome }
  | { kind: 'write'; call: 'create' | 'update' | 'delete'; outcome: LoggedOutcome; subUser: string | null }
  | { kind: 'alert'; rule: AlertRule; delivery: Delivery; subUser: string | null }
  /** What came of a message to a channel, and how many events it has lost so far. Its address and name are left out. */
  | { kind: 'channel'; service: ChannelService; answer: ChannelAnswer; lost: number }
  | { kind: 'unreadable-file'; file: UnreadableFile }
  | { kind: 'storage'; failing: WriteFailure | null }
  /** What came of asking for the list of versions. */
  | {
      kind: 'version-list';
      outcome: 'done' | 'no-answer' | 'status' | 'too-large' | 'not-signed' | 'older' | 'not-recorded';
    }
  /** `what` is a literal of ours. `frames` are places in our bundle (`main.js:10:5`). */
  | { kind: 'fault'; what: string; error: string; code: string | null; frames: readonly string[] };

const subUserMark = ' sub-user=';

/** Returns the line of an event, without its line break: the time, the event and, at its end, a sub-user's name. */
export function logLine(event: LogEvent, at: number, fullNames: boolean): string {
  const name = 'subUser' in event ? event.subUser : null;
  const who = name === null ? '' : `${subUserMark}${JSON.stringify(fullNames ? name : masked(name))}`;
  const words = wordsOf(event).map((word) => word.replace(/[^\w.:+-]/g, '?').slice(0, 80));
  return `${new Date(at).toISOString()} ${event.kind} ${words.join(' ')}${who}`;
}

/**
 * Returns a line without the sub-user's name. Returns null for any other line, since another program may have written to the
 * file.
 */
export function lineWithoutName(line: string): string | null {
  const end = line.indexOf(subUserMark);
  const rest = end === -1 ? line : line.slice(0, end);
  return /^\d{4}-\d\d-\d\dT[\d:.]{12}Z [a-z-]{1,20}( [\w.:+?-]{1,80})*$/.test(rest) ? rest : null;
}

/** Shortens a name, never showing all of it: `pri…eu`. */
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
    case 'channel':
      return [event.service, ...answerWords(event.answer), `lost:${event.lost}`];
    case 'unreadable-file':
      return [event.file.what, event.file.why, event.file.copy === null ? 'no-copy' : 'copied'];
    case 'version-list':
      return [event.outcome];
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

/** Returns what a service answered, without its words. */
function answerWords(answer: ChannelAnswer): string[] {
  return [
    answer.kind,
    ...('status' in answer ? [`${answer.status}`] : []),
    ...('reason' in answer ? [answer.reason] : []),
  ];
}

/** Returns the kind of failure, with its status or reason, but never the vendor's words. */
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

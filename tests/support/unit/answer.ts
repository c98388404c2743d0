import type { StatusAccount } from '../../../electron/contract/status.ts';
import { statusOf } from '../../../electron/monitor/status/status-of.ts';
import { type Answer, answerTo, type StatusFound, wrongUse } from '../../../electron/status/answer.ts';
import { readQuestion } from '../../../electron/status/question.ts';
import { readStatusJson } from '../../../electron/status/read-status.ts';
import { sayOnCommandLine } from '../../../electron/text/en-answer.ts';
import { statusNow, statusSource } from './status.ts';

/** Makes an account with 88.3 of 300 GB left, as the file has it. */
export function accountWith(change: Partial<StatusAccount> = {}): StatusAccount {
  const [account] = statusOf([statusSource()], statusNow).accounts;
  if (account === undefined) throw new Error('The sample has no account.');
  return { ...account, ...change };
}

/** Returns what a file with these accounts is read as. */
export function fileOf(...accounts: StatusAccount[]): StatusFound {
  return readStatusJson({ schema: 1, as_of: new Date(statusNow).toISOString(), accounts });
}

/** Answers a command line from a file. */
export function ask(words: string, found: StatusFound = fileOf(accountWith()), now = statusNow): Answer {
  sayOnCommandLine();
  const asked = readQuestion(words.split(' '));
  if ('problem' in asked) return wrongUse(asked.problem);
  return answerTo(asked.question, () => found, { now, locale: 'en-GB' });
}

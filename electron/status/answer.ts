import type { Status } from '../contract/status.ts';
import { say } from '../text/say.ts';
import { asOfNow } from './as-of-now.ts';
import { asciiJson, barOf, polybarText, unknownBar, waybarText, xbarText } from './bars.ts';
import { guardVerdicts } from './guard.ts';
import { type Reader, statusLines } from './lines.ts';
import { withoutNames } from './names.ts';
import { prometheusText } from './prometheus.ts';
import type { GuardQuestion, Question, StatusFormat, StatusQuestion } from './question.ts';

/** By sysexits.h where that has one: EX_USAGE and EX_UNAVAILABLE. */
export const exitCodes = { answered: 0, notEnough: 1, wrongUse: 64, notKnown: 69 } as const;

/** What the command line prints, and the code that it ends with. `problem` goes to standard error. */
export type Answer = { code: number; answer: string; problem: string };

export type FileProblem = 'missing' | 'link' | 'foreign' | 'unreadable' | 'corrupt' | 'newer';
export type StatusFound = { status: Status } | { problem: FileProblem };

/** Answers a question from what was found in place of the status file. */
export function answerTo(question: Question, find: () => StatusFound, reader: Reader): Answer {
  if (question.kind === 'help')
    return { code: exitCodes.answered, answer: say('commandLine.help'), problem: '' };
  const found = find();
  if ('problem' in found) return notKnown(question, say(`commandLine.file.${found.problem}`));
  const status = accountsNamed(question.account, asOfNow(found.status, reader.now));
  if (status === null) return notKnown(question, say('commandLine.noAccount'));
  if (question.kind === 'guard') return answerOfGuard(question, status, reader);
  const shown = question.names ? status : withoutNames(status);
  return { code: exitCodes.answered, answer: statusText(question.format, shown, reader), problem: '' };
}

export function wrongUse(problem: string): Answer {
  return { code: exitCodes.wrongUse, answer: '', problem: `${problem}\n${say('commandLine.seeHelp')}\n` };
}

function accountsNamed(name: string | null, status: Status): Status | null {
  if (name === null) return status;
  const accounts = status.accounts.filter((account) => account.name === name);
  return accounts.length === 0 ? null : { ...status, accounts };
}

function answerOfGuard(question: GuardQuestion, { accounts }: Status, reader: Reader): Answer {
  if (accounts.length === 0) return notKnown(question, say('commandLine.unknown.signed-out'));
  const verdicts = guardVerdicts(question, accounts, reader);
  const linesOf = (isKnown: boolean) =>
    verdicts
      .filter(({ enough }) => (enough !== 'unknown') === isKnown)
      .map(({ text }) => `${text}\n`)
      .join('');
  const has = (wanted: boolean | 'unknown') => verdicts.some(({ enough }) => enough === wanted);
  const { notEnough, notKnown: unknown, answered } = exitCodes;
  const code = has(false) ? notEnough : has('unknown') ? unknown : answered;
  return { code, answer: linesOf(true), problem: linesOf(false) };
}

/** A bar shows what is printed and nothing else, so it gets an answer that looks unknown. */
function notKnown(question: StatusQuestion | GuardQuestion, problem: string): Answer {
  const answer = question.kind === 'status' ? unknownText(question.format, problem) : '';
  return { code: exitCodes.notKnown, answer, problem: `${problem}\n` };
}

function unknownText(format: StatusFormat, problem: string): string {
  const bar = unknownBar(problem);
  if (format === 'waybar') return waybarText(bar);
  if (format === 'polybar') return polybarText(bar);
  return format === 'xbar' ? xbarText(bar) : '';
}

function statusText(format: StatusFormat, status: Status, reader: Reader): string {
  switch (format) {
    case 'text':
      return statusLines(status, reader)
        .map((line) => `${line}\n`)
        .join('');
    case 'json':
      return `${asciiJson(status, 2)}\n`;
    case 'prometheus':
      return prometheusText(status);
    case 'waybar':
      return waybarText(barOf(status, reader));
    case 'polybar':
      return polybarText(barOf(status, reader));
    case 'xbar':
      return xbarText(barOf(status, reader));
  }
}

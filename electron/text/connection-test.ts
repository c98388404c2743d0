import type { ConnectionReport, Exit } from '../contract/connection-test.ts';
import { say } from './say.ts';

type Failing = Extract<ConnectionReport, { kind: 'fails' }>;

/** Explains what a failed test means. */
export function problemText({ problem, at }: Pick<Failing, 'problem' | 'at'>): string {
  if (problem === 'silent') return say(`connectionTest.silent.${at}`);
  if (problem === 'closed') return say(`connectionTest.closed.${at}`);
  return say(`connectionTest.problem.${problem}`);
}

/** Returns what the proxy answered, as it is; null where there was no answer. */
export function answerText({ status, words }: Pick<Failing, 'status' | 'words'>): string | null {
  if (status === null) return null;
  return words === null
    ? say('connectionTest.statusAlone', { status: `${status}` })
    : say('connectionTest.statusAndWords', { status: `${status}`, words });
}

/** Names the country in the user's language, with how many databases agree. */
export function countryText({ country }: Exit, locale: string): string | null {
  if (country === null) return null;
  const { code, agree, of } = country;
  return say('connectionTest.agree', { country: countryName(code, locale), agree, of }, locale);
}

function countryName(code: string, locale: string): string {
  return new Intl.DisplayNames([locale], { type: 'region' }).of(code) ?? code;
}

/** Formats a time that a step took. */
export function millisecondsText(milliseconds: number, locale: string): string {
  return say('connectionTest.milliseconds', { milliseconds }, locale);
}

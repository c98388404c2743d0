import type { StatusAccount, StatusSubUser } from '../contract/status.ts';
import { say } from '../text/say.ts';
import { formatAge } from '../text/time.ts';
import { formatLimitGb, formatTraffic } from '../text/traffic.ts';
import { isOld } from './as-of-now.ts';
import type { Reader } from './lines.ts';
import { labelOf, named, plainName } from './names.ts';
import type { GuardQuestion, Needed } from './question.ts';

/** What is said about one account or sub-user. */
export type Verdict = { enough: boolean | 'unknown'; text: string };

/** Decimal figures are not exact in binary: this is above that error, and below the last digit that the API sends. */
const floatError = 1e-9;

/** Answers for each account that the question is about; without a name of one, for all that list the sub-user. */
export function guardVerdicts(
  question: GuardQuestion,
  accounts: readonly StatusAccount[],
  reader: Reader,
): Verdict[] {
  const { subUser, names } = question;
  const listing = accounts.filter(({ sub_users }) => sub_users.some(({ name }) => name === subUser));
  const asked = subUser === null || listing.length === 0 ? accounts : listing;
  return asked.map((account) => {
    const verdict = verdictOf(question, account, reader);
    const shown = names ? account : { ...account, name: null };
    const label = labelOf(shown, accounts.indexOf(account), accounts.length);
    return { ...verdict, text: named(withSubUser(label, names ? subUser : null), verdict.text) };
  });
}

function withSubUser(account: string | null, subUser: string | null): string | null {
  if (subUser === null) return account;
  const name = plainName(subUser);
  return account === null ? name : say('commandLine.subUserOf', { account, subUser: name });
}

function verdictOf(question: GuardQuestion, account: StatusAccount, reader: Reader): Verdict {
  const reason = reasonOf(question, account, reader);
  if (reason !== null) return { enough: 'unknown', text: reason };
  const { subUser, needed } = question;
  if (subUser === null) {
    if (account.plan_gb === null) return { enough: 'unknown', text: say('commandLine.unknown.plan') };
    return compared(account.left_gb, account.plan_gb, needed, reader.locale);
  }
  const found = account.sub_users.find(({ name }) => name === subUser);
  if (found === undefined) return { enough: 'unknown', text: say('commandLine.unknown.sub-user') };
  return verdictOfSubUser(found, needed, reader.locale);
}

/** Returns why the figures of an account cannot be used. */
function reasonOf({ maxAgeMs }: GuardQuestion, account: StatusAccount, { now }: Reader): string | null {
  if (account.state === 'signed_out') return say('commandLine.unknown.signed-out');
  if (account.read_at === null) return say('commandLine.unknown.unread');
  const readAt = Date.parse(account.read_at);
  const tooOld =
    maxAgeMs === null
      ? isOld(account, now)
      : now - readAt > maxAgeMs || isOld({ ...account, ...ageless }, now);
  return tooOld ? say('commandLine.unknown.old', { age: formatAge(readAt, now) }) : null;
}

/** The user's own limit replaces the app's; only figures from the future are still refused. */
const ageless = { state: 'ok', stale_at: null } as const;

function verdictOfSubUser(subUser: StatusSubUser, needed: Needed, locale: string): Verdict {
  if (subUser.status === 'disabled') return { enough: false, text: say('commandLine.disabled') };
  if (subUser.limit === 'blocked') return { enough: false, text: say('commandLine.blocked') };
  if (subUser.limit === 'unlimited') return { enough: true, text: say('commandLine.unlimited') };
  return compared(subUser.left_gb, subUser.limit_gb, needed, locale);
}

function compared(leftGb: number | null, limitGb: number | null, needed: Needed, locale: string): Verdict {
  if (leftGb === null || limitGb === null)
    return { enough: 'unknown', text: say('commandLine.unknown.figure') };
  const neededGb = 'gb' in needed ? needed.gb : (needed.percent / 100) * limitGb;
  const enough = limitGb > 0 && leftGb >= neededGb - floatError;
  const figures = { left: formatTraffic(leftGb, locale), limit: formatLimitGb(limitGb, locale) };
  return { enough, text: say(`commandLine.${enough ? 'enough' : 'not-enough'}`, figures) };
}

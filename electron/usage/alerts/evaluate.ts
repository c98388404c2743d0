import type { AlertFacts, AlertSubject } from '../../contract/alert.ts';
import type { SubUser } from '../../contract/sub-user.ts';
import { inParts, type Work } from '../work.ts';
import { noteDisabled, noteReset } from './changes.ts';
import { heldMarks } from './held-marks.ts';
import type { AlertMemory, Marks, SubjectMemory } from './memory.ts';
import type { Observation } from './observe.ts';
import { type Found, type Rule, ruleOf, rules, type Subject } from './rules.ts';
import { isUnanswered } from './unlisted.ts';

/** The period of a lifetime sub-user's marks, as its traffic never restarts. */
const lifetimePeriod = 'lifetime';
/** The period of marks that were set before any period was read: it is the first one that is. */
const unreadPeriod = 'unread';

export type Finding = { subject: AlertSubject; facts: AlertFacts };
export type Evaluation = { findings: Finding[]; memory: AlertMemory };

/**
 * Finds the alerts that are due and the memory from then on. Evaluated again with that memory, no alert
 * repeats.
 */
export function* evaluate(seen: Observation, memory: AlertMemory): Work<Evaluation> {
  const findings: Finding[] = [];
  const { period } = seen;
  const reset = noteReset(seen, memory.period, period);
  if (reset !== null) findings.push({ subject: { kind: 'account' }, facts: reset });
  const account = evaluateAccount(seen, memory.account, findings);
  const next = { ...memory, period, account };
  if (seen.subUsers === null) return { findings, memory: next };
  if (period !== null && seen.listOf === 'current' && seen.subUsers.some(restarts)) {
    next.period = { ...period, listed: true };
  }
  return { findings, memory: yield* evaluateSubUsers(seen, seen.subUsers, next, findings) };
}

/** Returns whether a row's figure restarts with each period, so that it shows which one the list is of. */
function restarts({ listed, lifetime, trafficGb }: SubUser): boolean {
  return listed && lifetime !== true && trafficGb !== null;
}

function evaluateAccount(seen: Observation, known: SubjectMemory, findings: Finding[]): SubjectMemory {
  const { budget, settings, today } = seen;
  if (budget === null) return known;
  const { period: key, usedGb, limitGb } = budget;
  const subject: Subject = {
    who: { kind: 'account' },
    usedGb: usedGb ?? 0,
    limitGb: usedGb === null ? null : limitGb,
    runsOver: false,
    settings,
    today,
    reach: () => seen.accountReach(),
    reachInTurn: () => seen.accountReach(),
    days: () => seen.accountDays(),
  };
  return { period: key, marks: judge(subject, marksFor(known, key), findings) };
}

function* evaluateSubUsers(
  seen: Observation,
  subUsers: readonly SubUser[],
  memory: AlertMemory,
  findings: Finding[],
): Work<AlertMemory> {
  const disabled = new Set(memory.disabled);
  const disabledHere = new Set(memory.disabledHere);
  const remembered: Record<string, SubjectMemory> = {};
  const isEmpty = isUnanswered(subUsers);
  const begun = memory.begun && !isEmpty;
  yield* inParts(subUsers, (subUser) => {
    const { id, username } = subUser;
    const facts =
      isEmpty && memory.begun ? null : noteDisabled(subUser, { seen, begun, disabled, disabledHere });
    if (facts !== null) findings.push({ subject: { kind: 'sub-user', id, username }, facts });
    const next = evaluateSubUser(seen, subUser, memory, findings);
    // Where an answer lacks it, only the memory knows that the traffic is lifetime.
    const isNeeded = subUser.lifetime === null && next?.period === lifetimePeriod;
    if (next !== undefined && (isNeeded || Object.keys(next.marks).length > 0)) remembered[id] = next;
  });
  const ids = new Set(subUsers.map(({ id }) => id));
  return {
    ...memory,
    begun: true,
    subUsers: remembered,
    disabled: [...disabled].filter((id) => ids.has(id)),
    disabledHere: [...disabledHere].filter((id) => ids.has(id)),
  };
}

/** Returns what to remember of a sub-user, if anything. */
function evaluateSubUser(
  seen: Observation,
  subUser: SubUser,
  memory: AlertMemory,
  findings: Finding[],
): SubjectMemory | undefined {
  const { id, status, listed, limit, trafficGb } = subUser;
  const known = memory.subUsers[id];
  // What is unknown now leaves earlier alerts as they are, and what is no longer listed has only old figures.
  if (!listed || trafficGb === null || limit.kind === 'unknown') return known;
  const key = figurePeriod(seen, subUser, known);
  if (key === 'other') return known;
  const marks = marksFor(known, key);
  if (limit.kind === 'blocked') return { period: key, marks };
  const subject = subUserSubject(seen, subUser, trafficGb, key === seen.period?.key);
  const next = status === 'disabled' ? markSilently(subject, marks) : judge(subject, marks, findings);
  return { period: key, marks: next };
}

/** Returns the period of a sub-user's figure, or `other` where it is over or has not begun for the account. */
function figurePeriod(
  { period, listOf }: Observation,
  { lifetime }: SubUser,
  known: SubjectMemory | undefined,
): string | null {
  // What is not known to have changed is as it was.
  if (lifetime ?? known?.period === lifetimePeriod) return lifetimePeriod;
  if (period === null)
    return known === undefined || known.period === lifetimePeriod ? unreadPeriod : known.period;
  if (listOf === 'current') return period.key;
  return listOf === 'next' || period.listed || period.before === null ? 'other' : period.before;
}

function subUserSubject(seen: Observation, subUser: SubUser, usedGb: number, current: boolean): Subject {
  const { id, username, status, limit, disablesAtLimit } = subUser;
  return {
    who: { kind: 'sub-user', id, username },
    usedGb,
    limitGb: limit.kind === 'gb' ? limit.limitGb : null,
    runsOver: disablesAtLimit === false && status === 'active',
    settings: seen.settings,
    today: seen.today,
    // The old period's figure says nothing about the end of the new one.
    reach: () => (current ? seen.subUserReach(subUser) : null),
    reachInTurn: () => (current ? seen.subUserReachInTurn(subUser) : null),
    days: () => seen.subUserDays(subUser),
  };
}

/** Adds the new alerts of a subject to the findings and returns its marks from then on. */
function judge(subject: Subject, earlier: Marks, findings: Finding[]): Marks {
  const marks = heldMarks(subject, earlier);
  const reported = new Set<Rule['about']>();
  for (const rule of rules) {
    if (rule.single === true && rule.name in marks) continue;
    const found = rule.find(subject);
    if (found === null) continue;
    if (!isMarked(marks, rule, found.mark) && !reported.has(rule.about)) {
      reported.add(rule.about);
      findings.push({ subject: subject.who, facts: found.facts() });
    }
    addMarks(marks, rule, found, subject);
  }
  return marks;
}

/** Returns whether an alert was raised: itself, or that of a higher percentage. */
function isMarked(marks: Marks, rule: Rule, mark: string): boolean {
  if (mark in marks) return true;
  const levelOf = (each: string) => rule.level?.(each.slice(rule.name.length + 1)) ?? null;
  const level = levelOf(mark);
  if (level === null) return false;
  return Object.keys(marks).some((each) => ruleOf(each) === rule && (levelOf(each) ?? 0) >= level);
}

/** Marks what holds without an alert, for a subject that may not use traffic now. */
function markSilently(subject: Subject, earlier: Marks): Marks {
  const marks = { ...earlier };
  for (const rule of rules) {
    const found = rule.marksDisabled === true ? rule.find(subject) : null;
    if (found !== null) addMarks(marks, rule, found, subject);
  }
  return marks;
}

function addMarks(
  marks: Record<string, number | null>,
  { about }: Rule,
  { mark, lower = [] }: Found,
  { limitGb }: Subject,
): void {
  for (const each of [...lower, mark]) marks[each] ??= about === 'limit' ? limitGb : null;
}

/** Forgets the alerts of the period before, and keeps the marks of days, which belong to no period. */
function marksFor(known: SubjectMemory | undefined, period: string | null): Marks {
  if (known === undefined) return {};
  if (known.period === period || isSame(known.period, period)) return known.marks;
  return Object.fromEntries(Object.entries(known.marks).filter(([mark]) => ruleOf(mark)?.about === 'day'));
}

/**
 * Returns whether marks hold in a period though they were set under another name: before any was read, in a month that turned
 * out to be too late, or before the traffic became lifetime.
 */
function isSame(marked: string | null, period: string | null): boolean {
  if (marked === null || period === null) return false;
  if (marked === unreadPeriod || period === lifetimePeriod) return true;
  return marked !== lifetimePeriod && marked > period;
}

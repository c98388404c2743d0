import type { AlertFacts, AlertSubject } from '../../contract/alert.ts';
import type { SubUser } from '../../contract/sub-user.ts';
import { noteDisabled } from './disabled.ts';
import { judge, markSilently } from './judge.ts';
import type { AlertMemory, SubjectMemory } from './memory.ts';
import type { Observation, Watched } from './observation.ts';
import { periodNow, subUserPeriod } from './subject-period.ts';

export type Finding = { subject: AlertSubject; facts: AlertFacts };
export type Evaluation = { findings: Finding[]; memory: AlertMemory };

/** What has to be told now, and what is known from now on. Evaluated again with that memory, nothing is found twice. */
export function evaluate(seen: Observation, memory: AlertMemory): Evaluation {
  const findings: Finding[] = [];
  const period = periodNow(seen, memory);
  if (
    seen.settings.periodReset &&
    memory.period !== null &&
    period !== null &&
    period.key > memory.period.key
  ) {
    findings.push({ subject: { kind: 'account' }, facts: { rule: 'period-reset', dateFrom: period.key } });
  }
  const account = evaluateAccount(seen, memory.account, period?.key ?? null, findings);
  const next = { ...memory, period, account };
  if (seen.subUsers === null) return { findings, memory: next };
  return { findings, memory: evaluateSubUsers(seen, seen.subUsers, next, findings) };
}

function evaluateAccount(
  seen: Observation,
  known: SubjectMemory,
  key: string | null,
  findings: Finding[],
): SubjectMemory {
  if (seen.accountGb === null) return known;
  const { settings } = seen;
  const watched: Watched = {
    rule: 'budget',
    usedGb: seen.accountGb,
    limitGb: settings.budgetGb,
    thresholds: settings.budgetThresholds,
    runsOver: false,
    today: seen.today,
    reach: () => (settings.runOut ? seen.accountReach() : null),
    unusualDay: () => (settings.unusualDay ? seen.accountDay() : null),
    leastDayGb: settings.unusualLeastGb,
  };
  const { facts, marks } = judge(watched, marksFor(known, key));
  for (const fact of facts) findings.push({ subject: { kind: 'account' }, facts: fact });
  return { period: key, marks };
}

function evaluateSubUsers(
  seen: Observation,
  subUsers: readonly SubUser[],
  memory: AlertMemory,
  findings: Finding[],
): AlertMemory {
  const disabled = new Set(memory.disabled);
  const disabledHere = new Set(memory.disabledHere);
  const remembered: Record<string, SubjectMemory> = {};
  for (const subUser of subUsers) {
    const { id, username, status, limit, trafficGb } = subUser;
    const subject: AlertSubject = { kind: 'sub-user', id, username };
    const known = memory.subUsers[id];
    const fact = noteDisabled(subUser, { seen, begun: memory.begun, disabled, disabledHere });
    if (fact !== null) findings.push({ subject, facts: fact });
    // What is not known now changes nothing of what was told.
    if (trafficGb === null || limit.kind === 'unknown') {
      if (known !== undefined) remembered[id] = known;
      continue;
    }
    const period = subUserPeriod(subUser, known, memory.period, seen);
    const earlier = marksFor(known, period);
    if (limit.kind === 'blocked') {
      if (Object.keys(earlier).length > 0) remembered[id] = { period, marks: earlier };
      continue;
    }
    const watched = watch(seen, subUser, trafficGb, limit.kind === 'gb' ? limit.limitGb : null);
    const verdict =
      status === 'disabled' ? { facts: [], marks: markSilently(watched, earlier) } : judge(watched, earlier);
    for (const facts of verdict.facts) findings.push({ subject, facts });
    if (Object.keys(verdict.marks).length > 0) remembered[id] = { period, marks: verdict.marks };
  }
  const ids = new Set(subUsers.map(({ id }) => id));
  return {
    ...memory,
    begun: true,
    subUsers: remembered,
    disabled: [...disabled].filter((id) => ids.has(id)),
    disabledHere: [...disabledHere].filter((id) => ids.has(id)),
  };
}

function watch(seen: Observation, subUser: SubUser, usedGb: number, limitGb: number | null): Watched {
  const { settings } = seen;
  return {
    rule: 'limit',
    usedGb,
    limitGb,
    thresholds: settings.limitThresholds,
    runsOver: subUser.disablesAtLimit === false && subUser.status === 'active',
    today: seen.today,
    reach: () => (settings.runOut ? seen.subUserReach(subUser) : null),
    unusualDay: () => (settings.unusualDay ? seen.subUserDay(subUser) : null),
    leastDayGb: settings.unusualLeastGb,
  };
}

/** A new period forgets what was told of the one before, and keeps the marks of days, which are of no period. */
function marksFor(known: SubjectMemory | undefined, period: string | null): SubjectMemory['marks'] {
  if (known === undefined) return {};
  if (known.period === period) return known.marks;
  return Object.fromEntries(Object.entries(known.marks).filter(([mark]) => mark.startsWith('day:')));
}

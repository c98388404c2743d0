import type { Alert, AlertFacts } from '../../contract/alert.ts';
import { dayOf } from '../../contract/day.ts';
import type { AlertMemory, Marks, SubjectMemory } from './memory.ts';

/** Returns the memory with alerts that were logged, but not remembered when the app was killed. */
export function recalled(memory: AlertMemory, alerts: readonly Alert[]): AlertMemory {
  let account = memory.account;
  const subUsers = { ...memory.subUsers };
  const disabled = new Set(memory.disabled);
  const nothing = { period: memory.period?.key ?? null, marks: {} };
  for (const { subject, facts, at } of alerts) {
    const marks = marksOf(facts, at);
    if (subject.kind === 'account') account = withMarks(account, marks);
    else if (facts.rule === 'disabled-by-vendor') disabled.add(subject.id);
    else subUsers[subject.id] = withMarks(subUsers[subject.id] ?? nothing, marks);
  }
  return { ...memory, account, subUsers, disabled: [...disabled] };
}

function withMarks({ period, marks }: SubjectMemory, added: Marks): SubjectMemory {
  return { period, marks: { ...marks, ...added } };
}

/** Returns the marks that the rules set with an alert, as `rules.ts` names them. */
function marksOf(facts: AlertFacts, at: number): Marks {
  switch (facts.rule) {
    case 'limit':
    case 'budget':
      return { [`at:${facts.threshold}`]: facts.limitGb };
    case 'over-limit-running':
      return { 'over-running': facts.limitGb };
    case 'will-run-out':
      return { 'run-out': facts.limitGb };
    case 'unusual-day':
      return { [`day:${dayOf(at)}`]: null };
    case 'disabled-by-vendor':
    case 'period-reset':
      return {};
  }
}

import type { GuardRule } from '../../contract/guard.ts';
import type { GuardReason } from '../../contract/guard-journal.ts';
import type { GuardMemory } from './apply-line.ts';

/** What sets off brakes and rules about unusual days. Each is null or empty where it is not clear. */
export type PullFigures = {
  period: string | null;
  /** The day (UTC) of an unusual day. */
  day: string;
  /** What is used of the budget, in percent. */
  sharePercent: number | null;
  forecastIsBeyond: boolean;
  unusualIds: ReadonlySet<number>;
};

export type Pull = { rule: GuardRule; ids: number[]; during: string };

/** Returns the rules that hold now and were neither set off nor put back before. */
export function duePulls({ rules, pulled, putBack }: GuardMemory, figures: PullFigures): Pull[] {
  return rules.flatMap((rule) => {
    const during = duringOf(rule, figures);
    if (during === null || putBack.get(rule.id) === during) return [];
    const before = pulled.get(rule.id)?.ids ?? [];
    const ids = idsToDisable(rule, figures).filter((id) => !before.includes(id));
    return ids.length === 0 ? [] : [{ rule, ids: [...before, ...ids], during }];
  });
}

/** Returns the time for which a user puts a rule back: a brake's period, an unusual day. Null for other rules. */
export function duringOf(
  { kind }: GuardRule,
  { period, day }: Pick<PullFigures, 'period' | 'day'>,
): string | null {
  return kind === 'brake' ? period : kind === 'unusual-day' ? day : null;
}

function idsToDisable(
  rule: GuardRule,
  { sharePercent, forecastIsBeyond, unusualIds }: PullFigures,
): readonly number[] {
  if (rule.kind === 'unusual-day') return rule.subUserIds.filter((id) => unusualIds.has(id));
  if (rule.kind !== 'brake') return [];
  const holds =
    rule.at.kind === 'forecast' ? forecastIsBeyond : sharePercent !== null && sharePercent >= rule.at.percent;
  return holds ? rule.subUserIds : [];
}

/** Returns why rules that were set off disable a sub-user. */
export function pulledFor({ rules, pulled }: GuardMemory, id: number): GuardReason[] {
  return rules.flatMap((rule) =>
    (rule.kind === 'brake' || rule.kind === 'unusual-day') && pulled.get(rule.id)?.ids.includes(id) === true
      ? [rule.kind]
      : [],
  );
}

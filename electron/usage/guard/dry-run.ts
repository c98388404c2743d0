import { dayMs, dayOf, startOfDay } from '../../contract/day.ts';
import type { GuardRule, RuleOf } from '../../contract/guard.ts';
import { dryRunDays, type GuardDryRun } from '../../contract/guard-dry-run.ts';
import type { PeriodSample } from '../day-traffic.ts';
import { median } from '../forecast/bursts.ts';
import { recentDays } from '../recent-days.ts';
import { leftAfter, validPacks } from './packs.ts';

/** An unusual day is more than this many times the usual one, of this many days before, of which some must be known. */
const unusual = { times: 3, days: 14, leastDays: 5 };

export type DryRunParts = {
  now: number;
  /** The readings of a sub-user, and of the account, oldest first. */
  samplesOf: (id: number) => readonly PeriodSample[];
  totals: readonly PeriodSample[];
  budgetGb: number | null;
  /** Days with less never count as unusual. */
  unusualLeastGb: number;
};

/** Returns what a rule would have done over the last days by the local history. A day that is not known never acts. */
export function dryRun(rule: GuardRule, parts: DryRunParts): GuardDryRun {
  switch (rule.kind) {
    case 'daily-cap':
      return stops(rule, parts, (days, index) => (days[index] ?? 0) > rule.capGb);
    case 'unusual-day':
      return stops(rule, parts, (days, index) => isUnusual(days, index, parts.unusualLeastGb));
    case 'hours-off':
      return { kind: 'always' };
    case 'brake': {
      const { at } = rule;
      if (at.kind === 'forecast' || parts.budgetGb === null) return { kind: 'unknown' };
      return { kind: 'brake', at: crossings((parts.budgetGb * at.percent) / 100, parts) };
    }
    case 'packs':
      return packStops(rule, parts);
  }
}

type Days = readonly (number | null)[];

function stops(
  { subUserIds }: GuardRule,
  { now, samplesOf }: DryRunParts,
  acts: (days: Days, index: number) => boolean,
): GuardDryRun {
  const first = startOfDay(now) - dryRunDays * dayMs;
  const unknown = new Set<number>();
  const found = subUserIds.flatMap((id) => {
    // The days before the first are for what is usual.
    const days = recentDays(samplesOf(id), now, dryRunDays + unusual.days);
    const shown = days.slice(unusual.days);
    noteUnknown(shown, unknown);
    const stopped = shown.flatMap((_gb, index) =>
      acts(days, index + unusual.days) ? [{ day: dayOf(first + index * dayMs), hour: null }] : [],
    );
    return stopped.length === 0 ? [] : [{ id, days: stopped }];
  });
  return { kind: 'stops', stops: found, unknownDays: unknown.size };
}

/** Finds the days on which what was left of the packs would have been used up. Packs that begin later say nothing. */
function packStops({ subUserIds, packs }: RuleOf<'packs'>, { now, samplesOf }: DryRunParts): GuardDryRun {
  const first = startOfDay(now) - dryRunDays * dayMs;
  const dayAt = (index: number) => dayOf(first + index * dayMs);
  if (!packs.some(({ from }) => from < dayOf(now))) return { kind: 'unknown' };
  const unknown = new Set<number>();
  const found = subUserIds.flatMap((id) => {
    const days = recentDays(samplesOf(id), now, dryRunDays);
    noteUnknown(days, unknown);
    let left: Record<string, number> = {};
    const ends = days.flatMap((gb, index) => {
      const valid = validPacks(packs, dayAt(index));
      left = Object.fromEntries(valid.map((pack) => [pack.id, left[pack.id] ?? pack.gb]));
      const before = Object.values(left).reduce((sum, each) => sum + each, 0);
      left = leftAfter(left, valid, gb ?? 0);
      return before > 0 && (gb ?? 0) >= before ? [{ day: dayAt(index), hour: null }] : [];
    });
    return ends.length === 0 ? [] : [{ id, days: ends }];
  });
  return { kind: 'stops', stops: found, unknownDays: unknown.size };
}

/** Notes the days that are not known of one sub-user; a day counts once for all. */
function noteUnknown(days: Days, unknown: Set<number>): void {
  for (const [index, gb] of days.entries()) if (gb === null) unknown.add(index);
}

function isUnusual(days: Days, index: number, leastGb: number): boolean {
  const gb = days[index] ?? 0;
  const before = days.slice(index - unusual.days, index).filter((each) => each !== null);
  if (before.length < unusual.leastDays || gb < leastGb) return false;
  return gb > unusual.times * median(before);
}

/** Returns when the account's total first reached a figure, in each period of the last days. */
function crossings(gb: number, { totals, now }: DryRunParts): number[] {
  const fromMs = now - dryRunDays * dayMs;
  const seen = new Set<string | null>();
  return totals.flatMap((sample) => {
    if (sample.gb < gb || seen.has(sample.period)) return [];
    seen.add(sample.period);
    return sample.at >= fromMs ? [sample.at] : [];
  });
}

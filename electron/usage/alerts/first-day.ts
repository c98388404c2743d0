import { dayMs } from '../../contract/day.ts';
import { periodFrom } from '../period.ts';
import type { AlertMemory } from './memory.ts';

/** The sub-users cannot have used more than the account. Both are read a moment apart, so it takes this many times as much. */
const timesAccount = 1.25;
/** A figure between these shares of the old period's last known one is still that; one that is above them is a burst. */
const unfallenShare = 0.5;
const grownShare = 3;

/** Returns whether servers may still answer with the old period's figures: on the vendor's first day. */
export function isFirstDay(period: AlertMemory['period'], now: number): boolean {
  if (period === null) return false;
  return period.today === null ? Math.abs(now - period.since) < dayMs : period.today === period.key;
}

/** Returns whether a list may be ahead of client-stats: on the vendor's last day, or while a later period is doubted. */
export function isLastDay(period: AlertMemory['period'], now: number): boolean {
  if (period === null) return false;
  const end = periodFrom(period.key)?.toMs ?? Number.NaN;
  const today = period.today === null ? now : Date.parse(period.today);
  return today >= end - dayMs || (period.doubt?.key ?? '') > period.key;
}

/** Returns whether a figure has fallen as far as only a new period makes it. */
export function hasFallen(gb: number, beforeGb: number | null): boolean {
  return beforeGb !== null && gb < unfallenShare * beforeGb;
}

/** Returns whether most figures of a list have fallen below those of the period to go by: it has begun the next one. */
export function isListOfNextPeriod(rows: ListEvidence['rows']): boolean {
  const known = rows.filter(({ beforeGb }) => beforeGb !== null && beforeGb > 0);
  return known.filter(({ usedGb, beforeGb }) => hasFallen(usedGb, beforeGb)).length * 2 > known.length;
}

/** Returns whether a figure is still as high as in the period before; false where that is not known. */
export function isUnfallen(gb: number, beforeGb: number | null): boolean {
  return beforeGb !== null && beforeGb > 0 && gb >= unfallenShare * beforeGb && gb <= grownShare * beforeGb;
}

/** Holds what shows on the first day whether a list has the old period's figures. GB. */
export type ListEvidence = {
  /** The sub-users' figures but lifetime ones, each with its highest of the period before; null where that is not known. */
  rows: readonly { usedGb: number; beforeGb: number | null }[];
  /** The account's total in the new period; null where it is not known. */
  totalGb: number | null;
};

/** Returns whether at least half of a list's figures are the old period's, though client-stats has begun the new one. */
export function isListOfOldPeriod({ rows, totalGb }: ListEvidence): boolean {
  const sumGb = rows.reduce((sum, { usedGb }) => sum + usedGb, 0);
  if (totalGb !== null && sumGb > timesAccount * totalGb) return true;
  const known = rows.filter(({ beforeGb }) => beforeGb !== null && beforeGb > 0);
  const unfallen = known.filter(({ usedGb, beforeGb }) => isUnfallen(usedGb, beforeGb));
  return known.length > 0 && unfallen.length * 2 >= known.length;
}

import type { GuardRule } from '../../contract/guard.ts';
import { isBetween, zoneTime } from './zone-day.ts';

/** Returns a text that changes at each moment at which the clock makes something due: a new day, hours that begin or end. */
export function dueKey(rules: readonly GuardRule[], now: number): string {
  return rules.map((rule) => keyOf(rule, now)).join(' ');
}

function keyOf(rule: GuardRule, now: number): string {
  if (!('zone' in rule)) return '';
  const { day, time } = zoneTime(rule.zone, now);
  return rule.kind === 'hours-off' ? `${isBetween(time, rule.from, rule.to)}` : day;
}

import { isFirstDay } from '../../usage/alerts/first-day.ts';
import type { GuardMemory } from '../../usage/guard/apply-line.ts';
import type { Evaluated } from '../alerts/alert-monitor.ts';
import type { GuardReading } from './sights.ts';

/**
 * Returns a refresh as Guard sees it. The period is the one that the vendor named and the alerts go by; while another one is
 * doubted, or the list is of another one, it is not clear.
 */
export function guardReadingOf({ seen, memory, history }: Evaluated, { rules }: GuardMemory): GuardReading {
  const { budget, today, now } = seen;
  const believed = memory.period;
  const isClear = believed?.by === 'vendor' && believed.doubt === null && seen.listOf === 'current';
  const used = budget?.usedGb ?? null;
  const limit = budget?.limitGb ?? null;
  return {
    period: isClear ? believed.key : null,
    doubtedPeriod:
      believed !== null && isFirstDay(believed, now) ? history.lastPeriodBefore(believed.key) : null,
    highestIn: (period, id) => history.highestIn(period, id),
    day: today,
    sharePercent: used === null || limit === null || limit === 0 ? null : (used / limit) * 100,
    forecastIsBeyond: rules.some(isByForecast) && seen.accountReach()?.runsOut === true,
    unusualIds: unusualOn(today, memory),
  };
}

function isByForecast(rule: GuardMemory['rules'][number]): boolean {
  return rule.kind === 'brake' && rule.at.kind === 'forecast';
}

/** Returns the sub-users with an alert about this day. */
function unusualOn(day: string, { subUsers }: Evaluated['memory']): Set<number> {
  const marked = Object.entries(subUsers).filter(([, { marks }]) => `day:${day}` in marks);
  return new Set(marked.map(([id]) => Number(id)));
}

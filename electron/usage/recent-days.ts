import { dayMs, dayOf, startOfDay } from '../contract/day.ts';
import type { SubUser } from '../contract/sub-user.ts';
import { type Mover, type Movers, recentDayCount } from '../contract/usage.ts';
import { type PeriodSample, wholeDays } from './day-traffic.ts';
import { median } from './forecast/bursts.ts';
import { inParts, type Work } from './work.ts';

/** How many of the days before must be known for a usual one. */
const leastDays = 5;
/** What changed by less than this is not worth a row. */
const leastChangeGb = 0.01;

/** Returns the traffic of the days before today, oldest first. A day that was not read is null. */
export function recentDays(
  samples: readonly PeriodSample[],
  now: number,
  count: number = recentDayCount,
): (number | null)[] {
  const begin = startOfDay(now) - count * dayMs;
  const days = Array.from({ length: count }, (): number | null => null);
  for (const { fromMs, gb } of wholeDays(samples)) {
    const index = Math.floor((fromMs - begin) / dayMs);
    if (index >= 0 && index < count) days[index] = gb;
  }
  return days;
}

/** Finds the sub-users whose yesterday differs most from their usual day, by GB: the account's change is made of these. */
export function* moversOf(
  subUsers: readonly SubUser[],
  samplesOf: (subUser: SubUser) => readonly PeriodSample[],
  now: number,
  most: number,
): Work<Movers> {
  const movers: Mover[] = [];
  yield* inParts(subUsers, (subUser) => {
    const mover = moverOf(subUser, samplesOf(subUser), now);
    if (mover !== null) movers.push(mover);
  });
  const changed = movers
    .filter((mover) => Math.abs(changeGb(mover)) >= leastChangeGb)
    .sort((one, other) => changeGb(other) - changeGb(one));
  return {
    day: dayOf(startOfDay(now) - dayMs),
    up: changed.filter((mover) => changeGb(mover) > 0).slice(0, most),
    down: changed
      .filter((mover) => changeGb(mover) < 0)
      .reverse()
      .slice(0, most),
    compared: movers.length,
  };
}

function moverOf({ id, username }: SubUser, samples: readonly PeriodSample[], now: number): Mover | null {
  const days = recentDays(samples, now, recentDayCount + 1);
  const dayGb = days.at(-1) ?? null;
  const before = days.slice(0, -1).filter((gb) => gb !== null);
  if (dayGb === null || before.length < leastDays) return null;
  return { id, username, dayGb, usualGb: median(before), days: days.slice(1) };
}

function changeGb({ dayGb, usualGb }: Mover): number {
  return dayGb - usualGb;
}

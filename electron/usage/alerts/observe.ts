import type { AlertSettings } from '../../contract/alert-settings.ts';
import type { SubUser } from '../../contract/sub-user.ts';
import { dayName, type PeriodSample } from '../day-traffic.ts';
import type { History } from '../history.ts';
import { accountSamples, dayBesideNormal, type Figure, periodCourse, subUserSamples } from '../outlook.ts';
import type { Period } from '../period.ts';
import type { Observation } from './observation.ts';
import { reachOf } from './reach.ts';

const dayMs = 86_400_000;

export type Seen = {
  now: number;
  settings: AlertSettings;
  period: Period | null;
  /** Null where it was not read, or the API did not tell. */
  account: Figure | null;
  list: { subUsers: readonly SubUser[]; readAt: number } | null;
  previous: ReadonlyMap<number, SubUser> | null;
  history: History;
};

/** A refresh as the alert rules look at it: forecasts and days are made from the history when a rule asks for them. */
export function observe(seen: Seen): Observation {
  const { now, settings, period, account, list, previous, history } = seen;
  // The rules go from one sub-user to the next, and ask about each more than once.
  let asked: { subUser: SubUser; samples: PeriodSample[] } | null = null;
  const samplesOf = (subUser: SubUser) => {
    if (list === null || subUser.trafficGb === null) return [];
    if (asked?.subUser !== subUser) {
      const now = { gb: subUser.trafficGb, readAt: list.readAt };
      asked = { subUser, samples: subUserSamples(history, subUser, now, period) };
    }
    return asked.samples;
  };
  const ofAccount = () => (account === null ? [] : accountSamples(history, account, period));
  return {
    now,
    today: dayName(now),
    settings,
    period,
    accountGb: account?.gb ?? null,
    subUsers: list?.subUsers ?? null,
    previous,
    knew: (id) => history.knows(id),
    accountReach: () => reachOf(periodCourse(ofAccount(), period, settings.budgetGb)),
    // A lifetime sub-user has no period that could end before its limit does.
    subUserReach: (subUser) =>
      subUser.lifetime === true
        ? null
        : reachOf(periodCourse(samplesOf(subUser), period, limitGbOf(subUser))),
    accountDay: () => dayBesideNormal(ofAccount()),
    subUserDay: (subUser) =>
      mostToday(subUser, seen) < settings.unusualLeastGb ? null : dayBesideNormal(samplesOf(subUser)),
  };
}

/** No more than this was used today, in GB: most need no look at all their days. */
function mostToday({ id, trafficGb }: SubUser, { now, history }: Seen): number {
  if (trafficGb === null) return 0;
  const before = history.lastBefore(id, Math.floor(now / dayMs) * dayMs) ?? 0;
  return before > trafficGb ? trafficGb : trafficGb - before;
}

function limitGbOf({ limit }: SubUser): number | null {
  return limit.kind === 'gb' ? limit.limitGb : null;
}

import type { Alert } from '../../contract/alert.ts';
import { dayOf, momentOfDay } from '../../contract/day.ts';
import { hasOwnCycle, planUse } from '../../contract/plan-use.ts';
import type { Settings } from '../../contract/settings.ts';
import type { StatusAlert } from '../../contract/status.ts';
import type { SubUser } from '../../contract/sub-user.ts';
import { reaches } from '../../contract/used-share.ts';
import type { AccountState } from '../state.ts';

/** The most alerts that the file holds. */
const mostAlerts = 100;

/**
 * Returns the alerts of this period whose rule is still met, the newest of each rule and subject. Names go with the
 * sub-users: none where the file has none.
 */
export function activeAlerts(account: AccountState, settings: Settings, now: number): StatusAlert[] {
  const subUsers = new Map(account.subUsers?.value.subUsers.map((each) => [each.id, each]));
  const dates = hasOwnCycle(settings.plan) ? account.cycle : account.month?.value;
  const since =
    dates?.dateFrom === null || dates === undefined || dates === null ? 0 : momentOfDay(dates.dateFrom);
  const use = planUse(settings.plan, account.month?.value.trafficGb ?? null, account.cycle);
  const seen = new Set<string>();
  return account.alerts.alerts
    .filter((alert) => alert.at >= since)
    .filter(({ subject, facts }) => {
      const key = `${facts.rule} ${subject.kind === 'sub-user' ? subject.id : ''}`;
      return !seen.has(key) && seen.add(key);
    })
    .filter((alert) =>
      alert.subject.kind === 'sub-user'
        ? holdsForSubUser(alert, subUsers.get(alert.subject.id), now)
        : holdsForAccount(alert, use, now),
    )
    .slice(0, mostAlerts)
    .map(({ at, subject, facts }) => ({
      rule: facts.rule,
      sub_user: subject.kind === 'sub-user' && settings.statusFileSubUsers > 0 ? subject.username : null,
      since: new Date(at).toISOString(),
    }));
}

function holdsForSubUser({ at, facts }: Alert, subUser: SubUser | undefined, now: number): boolean {
  if (subUser === undefined) return false;
  const { status, trafficGb, limit } = subUser;
  if (facts.rule === 'disabled-by-vendor') return status === 'disabled';
  if (facts.rule === 'unusual-day') return dayOf(at) === dayOf(now);
  if (status === 'disabled' || limit.kind !== 'gb') return false;
  if (facts.rule === 'will-run-out') return facts.limitGb === limit.limitGb;
  const threshold = facts.rule === 'limit' ? facts.threshold : 100;
  return trafficGb !== null && reaches(trafficGb, threshold, limit.limitGb);
}

function holdsForAccount({ at, facts }: Alert, use: ReturnType<typeof planUse>, now: number): boolean {
  if (facts.rule === 'period-reset' || facts.rule === 'unusual-day') return dayOf(at) === dayOf(now);
  if (use === null || use.usedGb === null) return false;
  if (facts.rule === 'will-run-out') return facts.limitGb === use.budgetGb;
  return facts.rule === 'budget' && reaches(use.usedGb, facts.threshold, use.budgetGb);
}

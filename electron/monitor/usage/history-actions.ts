import type { CommandHandlers } from '../../contract/commands.ts';
import { dayMs, dayOf } from '../../contract/day.ts';
import { succeeded } from '../../contract/failure.ts';
import { budgetGb } from '../../contract/plan-use.ts';
import type { SubUser } from '../../contract/sub-user.ts';
import type { Movers } from '../../contract/usage.ts';
import type { PeriodSample } from '../../usage/day-traffic.ts';
import type { History } from '../../usage/history.ts';
import { monthTotals } from '../../usage/month-totals.ts';
import { subUserSamples } from '../../usage/outlook.ts';
import { periodFrom } from '../../usage/period.ts';
import { moversOf, recentDays } from '../../usage/recent-days.ts';
import { sameFields } from '../../usage/roster.ts';
import { inTurns } from '../../usage/work.ts';
import type { HistoryFiles } from '../alerts/history-files.ts';
import type { AskUsage } from '../guard/dry-run-hours.ts';
import { type AppStore, accountState, currentAccountId, knownSubUser } from '../state.ts';

/** The rows of a card. */
const mostMovers = 5;
const shownMonths = 12;

export type HistoryActionParts = {
  store: AppStore;
  /** The history in memory of the account in use; null if the user is signed out. */
  history: () => History | null;
  historyFiles: Pick<HistoryFiles, 'totals'>;
  now: () => number;
  askUsage: AskUsage;
  afterTurn: (run: () => void) => void;
};

type Names = 'readRecentDays' | 'readMovers' | 'readMonths' | 'dryRunGuardRule';

/** Creates the handlers of commands that read the local history. Only a dry run asks the API, for the hours of some days. */
export function createHistoryActions(parts: HistoryActionParts) {
  const { store, history, historyFiles, now, askUsage, afterTurn } = parts;
  function samplesOf(subUser: SubUser): PeriodSample[] {
    const known = history();
    const { month, subUsers } = accountState(store.getState(), currentAccountId(store.getState()));
    if (known === null || subUsers === null || subUser.trafficGb === null) return [];
    const figure = { gb: subUser.trafficGb, readAt: subUsers.readAt };
    return subUserSamples(known, subUser, figure, periodFrom(month?.value.dateFrom ?? null));
  }
  /** They are of yesterday, so they change with the day and the list; of 10,000 sub-users they take 300 ms. */
  let moved: { key: { history: History | null; day: string; count: number }; movers: Movers } | null = null;
  return {
    async readRecentDays({ ids }) {
      const state = store.getState();
      const days = ids.map((id) => {
        const subUser = knownSubUser(state, id);
        return recentDays(subUser === undefined ? [] : samplesOf(subUser), now());
      });
      return succeeded({ lastDay: dayOf(now() - dayMs), days });
    },
    async readMovers() {
      const { subUsers } = accountState(store.getState(), currentAccountId(store.getState()));
      const list = subUsers?.value.subUsers ?? [];
      const key = { history: history(), day: dayOf(now()), count: list.length };
      if (moved === null || !sameFields(key, moved.key))
        moved = { key, movers: await inTurns(moversOf(list, samplesOf, now(), mostMovers), afterTurn) };
      return succeeded(moved.movers);
    },
    async dryRunGuardRule({ rule }) {
      const state = store.getState();
      const { plan, alerts } = state.settings;
      const [{ dryRun }, { withHours }] = await Promise.all([
        import('../../usage/guard/dry-run.ts'),
        import('../guard/dry-run-hours.ts'),
      ]);
      const result = dryRun(rule, {
        now: now(),
        samplesOf(id) {
          const subUser = knownSubUser(state, id);
          return subUser === undefined ? [] : samplesOf(subUser);
        },
        totals: history()?.totals() ?? [],
        budgetGb: budgetGb(plan),
        unusualLeastGb: alerts.unusualLeastGb,
      });
      return succeeded(rule.kind === 'daily-cap' ? await withHours(result, rule.capGb, askUsage) : result);
    },
    async readMonths() {
      const state = store.getState();
      const accountId = currentAccountId(state);
      if (accountId === null) return succeeded([]);
      const months = monthTotals(historyFiles.totals(accountId), now(), shownMonths);
      const { month } = accountState(state, accountId);
      const current = month?.value.dateFrom?.slice(0, 7);
      // The newest reading is at most an hour ahead of the history.
      return succeeded(
        months.map((each) =>
          each.month === current ? { ...each, totalGb: month?.value.trafficGb ?? each.totalGb } : each,
        ),
      );
    },
  } satisfies CommandHandlers<unknown, Names>;
}

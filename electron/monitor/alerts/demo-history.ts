import { dayMs, dayOf, startOfDay } from '../../contract/day.ts';
import type { SimulatedAccount } from '../../oxylabs/simulator/account.ts';
import { monthStart } from '../../oxylabs/simulator/traffic.ts';
import type { LinesFiles } from '../../storage/files.ts';
import { History } from '../../usage/history.ts';
import { type HistoryFiles, openHistoryFiles } from './history-files.ts';

/** Enough for a forecast, a normal day and a plan's cycle. */
const daysBack = 45;
/** The months before are known by their last total. */
const monthsBack = 11;

/** Records the history that the app would have of the simulated account, because a demo without a past would show little. */
export function recordDemoHistory(files: LinesFiles, account: SimulatedAccount): void {
  const historyFiles = openHistoryFiles(files);
  const history = new History();
  const today = startOfDay(account.now());
  recordMonths(historyFiles, account);
  const people = [...account.people.values()];
  for (let at = today - daysBack * dayMs; at <= today; at += dayMs) {
    // Samples on both sides of midnight, so that the closing month is complete.
    for (const moment of [at - 1_000, at]) {
      const entries = history.next({
        at: moment,
        period: dayOf(monthStart(moment)),
        totalGb: account.monthGb(moment),
        subUsers: people.map((person) => ({ id: person.id, trafficGb: account.trafficGb(person, moment) })),
      });
      for (const entry of entries) history.add(entry);
      historyFiles.record(account.accountId, entries);
    }
  }
}

/** Records the total at the end of each month that is over. */
function recordMonths(historyFiles: HistoryFiles, account: SimulatedAccount): void {
  const now = new Date(account.now());
  for (let back = monthsBack; back >= 2; back -= 1) {
    const at = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back + 1) - 1_000;
    const entry = { kind: 'total', at, period: dayOf(monthStart(at)), totalGb: account.monthGb(at) } as const;
    historyFiles.record(account.accountId, [entry]);
  }
}

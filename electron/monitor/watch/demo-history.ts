import type { SimulatedAccount } from '../../oxylabs/simulator/account.ts';
import { monthStart } from '../../oxylabs/simulator/traffic.ts';
import { dayName } from '../../usage/day-traffic.ts';
import { History } from '../../usage/history.ts';
import { createHistoryShelf, type LineFiles } from './history-shelf.ts';

const dayMs = 86_400_000;
/** Enough for a forecast, what is normal, and a plan's cycle. */
const daysBack = 45;

/** What the app would have kept of the simulated account, had it watched: a demo without a past would show little. */
export function recordDemoHistory(files: LineFiles, account: SimulatedAccount): void {
  const shelf = createHistoryShelf(files);
  const history = new History();
  const today = Math.floor(account.now() / dayMs) * dayMs;
  const people = [...account.people.values()];
  for (let at = today - daysBack * dayMs; at <= today; at += dayMs) {
    // Just before midnight and at it, so that a month that ends is whole.
    for (const moment of [at - 1_000, at]) {
      const entries = history.next({
        at: moment,
        period: dayName(monthStart(moment)),
        totalGb: account.monthGb(moment),
        subUsers: people.map((person) => ({ id: person.id, trafficGb: account.trafficGb(person, moment) })),
      });
      for (const entry of entries) history.add(entry);
      shelf.record(account.accountId, entries);
    }
  }
}

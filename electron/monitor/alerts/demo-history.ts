import { dayMs, dayOf, startOfDay } from '../../contract/day.ts';
import type { SimulatedAccount } from '../../oxylabs/simulator/account.ts';
import { monthStart } from '../../oxylabs/simulator/traffic.ts';
import type { LinesFiles } from '../../storage/files.ts';
import { dayEntries, type HistoryEntry } from '../../usage/history.ts';
import { openHistoryFiles } from './history-files.ts';

/** Enough for a forecast, a normal day and a plan's cycle. */
const daysBack = 45;
/** The months before are known by their last total. */
const monthsBack = 11;

/** Records the history that the app would have of the simulated account, because a demo without a past would show little. */
export function recordDemoHistory(files: LinesFiles, account: SimulatedAccount): void {
  const historyFiles = openHistoryFiles(files);
  const record = (...entries: HistoryEntry[]) => historyFiles.record(account.accountId, entries);
  const today = startOfDay(account.now());
  for (let back = monthsBack; back >= 2; back -= 1) record(monthEnd(account, back));
  for (let back = daysBack; back >= 0; back -= 1) {
    const at = today - back * dayMs;
    // Before midnight too, so that the closing month is complete.
    if (at === monthStart(at)) record(totalAt(account, at - 1_000));
    record(totalAt(account, at));
    // Older lists are not held, and take a second for each fortnight of 50,000 sub-users.
    if (back < dayEntries) record(listAt(account, at));
  }
}

/** Returns the total at the end of a month that is over. */
function monthEnd(account: SimulatedAccount, monthsBefore: number): HistoryEntry {
  const now = new Date(account.now());
  return totalAt(account, Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - monthsBefore + 1) - 1_000);
}

function totalAt(account: SimulatedAccount, at: number): HistoryEntry {
  return { kind: 'total', at, period: dayOf(monthStart(at)), totalGb: account.monthGb(at) };
}

function listAt(account: SimulatedAccount, at: number): HistoryEntry {
  const trafficGb: Record<string, number> = {};
  for (const person of account.people.values()) trafficGb[person.id] = account.trafficGb(person, at);
  return { kind: 'sub-users', at, period: dayOf(monthStart(at)), full: true, trafficGb };
}

import type { Session } from '../../account/session.ts';
import { type CommandFailure, failed, type Outcome, succeeded } from '../../contract/failure.ts';
import type { SubUser } from '../../contract/sub-user.ts';
import type { OxylabsClient } from '../../oxylabs/client.ts';
import { cycleAt, cycleDays } from '../../usage/plan-cycle.ts';
import { type AccountState, type AppStore, currentAccountId, updateAccount } from '../state.ts';
import type { Job } from './job.ts';
import { readUsageJob, sumByDay, sumOfTotals } from './read-usage-job.ts';

type Parts = {
  store: AppStore;
  session: Pick<Session, 'call'>;
  client: Pick<OxylabsClient, 'subUserUsage'>;
  now: () => number;
  subUsers: readonly SubUser[];
};

/** Creates the jobs that read statistics of all sub-users and store the sums for the account. */
export function readingJob(parts: Parts, kind: 'month-days' | 'plan-cycle'): Outcome<Job, CommandFailure> {
  const { store, session, client, now, subUsers } = parts;
  const accountId = currentAccountId(store.getState());
  const keep = (change: Partial<AccountState>) => {
    // Discarded if the user signed out in the meantime, or in to another account.
    if (accountId !== null && currentAccountId(store.getState()) === accountId)
      updateAccount(store, accountId, change);
  };
  if (kind === 'month-days') {
    return succeeded(
      readUsageJob({
        session,
        client,
        subUsers,
        task: { kind },
        query: { type: 'current_month' },
        keep: (series, missing) => keep({ monthDays: { readAt: now(), days: sumByDay(series), missing } }),
      }),
    );
  }
  const { renewsOn } = store.getState().settings.plan;
  if (renewsOn === null) return failed({ kind: 'invalid-input', problems: ['renewsOn: not set.'] });
  const days = cycleDays(cycleAt(renewsOn, now()), now());
  return succeeded(
    readUsageJob({
      session,
      client,
      subUsers,
      task: { kind },
      query: { type: 'custom', ...days, timeZone: 'UTC' },
      keep(series, missing) {
        const usedGb = sumOfTotals(series);
        const bounds = { lowGb: usedGb, highGb: usedGb };
        keep({ cycleRead: { ...days, usedGb, ...bounds, readAt: now(), found: 'sub-users', missing } });
      },
    }),
  );
}

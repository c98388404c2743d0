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

/** The jobs that read something of all sub-users and keep it for the account. */
export function readingJob(parts: Parts, kind: 'month-days' | 'plan-cycle'): Outcome<Job, CommandFailure> {
  const { store, session, client, now, subUsers } = parts;
  const accountId = currentAccountId(store.getState());
  const keep = (change: Partial<AccountState>) => {
    // Whoever signed out in the meantime, or in as somebody else, gets none of it.
    if (accountId !== null && currentAccountId(store.getState()) === accountId)
      updateAccount(store, accountId, change);
  };
  if (kind === 'month-days') {
    return succeeded(
      readUsageJob({
        session,
        client,
        subUsers,
        kind,
        title: 'Reading this month by day',
        query: { type: 'current_month' },
        keep: (series, missing) => keep({ monthDays: { readAt: now(), days: sumByDay(series), missing } }),
      }),
    );
  }
  const { planRenewsOn } = store.getState().settings;
  if (planRenewsOn === null) return failed({ kind: 'invalid-input', problems: ['planRenewsOn: not set.'] });
  const days = cycleDays(cycleAt(planRenewsOn, now()), now());
  return succeeded(
    readUsageJob({
      session,
      client,
      subUsers,
      kind,
      title: 'Counting the plan’s cycle',
      query: { type: 'custom', ...days, timeZone: 'UTC' },
      keep: (series, missing) =>
        keep({
          cycleRead: { ...days, usedGb: sumOfTotals(series), readAt: now(), found: 'sub-users', missing },
        }),
    }),
  );
}

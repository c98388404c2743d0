import type { Session } from '../../account/session.ts';
import type { JobTask } from '../../contract/job.ts';
import type { SubUser } from '../../contract/sub-user.ts';
import type { MonthDays, UsageQuery, UsageSeries } from '../../contract/usage.ts';
import type { OxylabsClient } from '../../oxylabs/client.ts';
import { type Job, type JobItem, resultOf } from './job.ts';

type Parts = {
  session: Pick<Session, 'call'>;
  client: Pick<OxylabsClient, 'subUserUsage'>;
  subUsers: readonly SubUser[];
  task: JobTask;
  query: UsageQuery;
  /** Called with every series that was read, and the number of sub-users that failed. */
  keep: (series: readonly UsageSeries[], missing: number) => void;
};

/** Reads the same statistics of every sub-user, with one GET each. A cancelled job discards what it has read. */
export function readUsageJob({ session, client, subUsers, task, query, keep }: Parts): Job {
  const series: UsageSeries[] = [];
  const items = subUsers.map(
    ({ id, username }): JobItem => ({
      id,
      username,
      next: async () => ({
        kind: 'send',
        async send() {
          const read = await session.call((who) => client.subUserUsage(who, id, query));
          // A read changes nothing, so no failure of it is unclear.
          if (!read.ok) return { kind: 'refused', failure: read.failure };
          series.push(read.value);
          return { kind: 'done', value: null };
        },
      }),
    }),
  );
  return {
    task,
    items,
    async settle(ends) {
      const whole = ends.every((end) => end.kind === 'unclear' || end.outcome !== 'not-sent');
      if (whole) keep(series, items.length - series.length);
      return items.map((item, index) => {
        const end = ends[index];
        if (end === undefined) return resultOf(item, 'not-sent', null);
        // A read with an unclear end has changed nothing, so it failed.
        return end.kind === 'clear'
          ? resultOf(item, end.outcome, end.reason)
          : resultOf(item, 'failed', { kind: 'failure', failure: end.cause });
      });
    },
  };
}

/** Returns the sum of series by day, in the order of the days. */
export function sumByDay(series: readonly UsageSeries[]): MonthDays['days'] {
  const sums = new Map<string, number>();
  for (const { points } of series) {
    for (const { at, trafficGb } of points) {
      const day = at.slice(0, 10);
      sums.set(day, (sums.get(day) ?? 0) + trafficGb);
    }
  }
  return [...sums]
    .map(([at, trafficGb]) => ({ at, trafficGb }))
    .sort((one, other) => (one.at < other.at ? -1 : 1));
}

/** Returns the sum of all totals, or null if none was reported. */
export function sumOfTotals(series: readonly UsageSeries[]): number | null {
  const reported = series.flatMap(({ totalGb }) => totalGb ?? []);
  return reported.length === 0 ? null : reported.reduce((sum, gb) => sum + gb, 0);
}

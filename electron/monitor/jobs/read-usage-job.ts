import type { Session } from '../../account/session.ts';
import { succeeded } from '../../contract/failure.ts';
import type { JobKind } from '../../contract/job.ts';
import type { SubUser } from '../../contract/sub-user.ts';
import type { MonthDays, UsageQuery, UsageSeries } from '../../contract/usage.ts';
import type { OxylabsClient } from '../../oxylabs/client.ts';
import type { Job, JobItem } from './job.ts';
import { resultOf } from './settle.ts';

type Parts = {
  session: Pick<Session, 'call'>;
  client: Pick<OxylabsClient, 'subUserUsage'>;
  subUsers: readonly SubUser[];
  kind: JobKind;
  title: string;
  query: UsageQuery;
  /** What was read; `missing` sub-users could not be. */
  keep: (series: readonly UsageSeries[], missing: number) => void;
};

/** The same statistics of every sub-user, one GET for each. Nothing is kept of a job that was cancelled. */
export function readUsageJob({ session, client, subUsers, kind, title, query, keep }: Parts): Job {
  const series: UsageSeries[] = [];
  const items = subUsers.map(
    ({ id, username }): JobItem => ({
      id,
      username,
      step: {
        async send() {
          const read = await session.call((who) => client.subUserUsage(who, id, query));
          if (!read.ok) return read;
          series.push(read.value);
          return succeeded(null);
        },
      },
    }),
  );
  return {
    kind,
    title,
    items,
    async settle(ends) {
      const whole = ends.every((end) => end.kind === 'unclear' || end.outcome !== 'not-sent');
      if (whole) keep(series, items.length - series.length);
      return items.map((item, index) => {
        const done = isDone(ends[index]);
        return resultOf(item, done ? 'done' : 'failed', done ? '' : 'Its traffic could not be read.');
      });
    },
  };
}

function isDone(end: Parameters<Job['settle']>[0][number] | undefined): boolean {
  return end?.kind === 'clear' && end.outcome === 'done';
}

/** Series added up day by day, in the order of the days. */
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

/** What all have used together. Null where none told a total. */
export function sumOfTotals(series: readonly UsageSeries[]): number | null {
  const told = series.flatMap(({ totalGb }) => totalGb ?? []);
  return told.length === 0 ? null : told.reduce((sum, gb) => sum + gb, 0);
}

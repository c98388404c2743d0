import type { Session } from '../../account/session.ts';
import { succeeded } from '../../contract/failure.ts';
import type { SubUser } from '../../contract/sub-user.ts';
import type { MonthDays, UsageSeries } from '../../contract/usage.ts';
import type { OxylabsClient } from '../../oxylabs/client.ts';
import type { Job, JobItem } from './job.ts';
import { resultOf } from './settle.ts';

type Parts = {
  session: Pick<Session, 'call'>;
  client: Pick<OxylabsClient, 'subUserUsage'>;
  now: () => number;
  subUsers: readonly SubUser[];
  keep: (days: MonthDays) => void;
};

/** This month's days of every sub-user, one GET for each, summed. Nothing is kept of a job that was cancelled. */
export function monthDaysJob({ session, client, now, subUsers, keep }: Parts): Job {
  const series: UsageSeries[] = [];
  const items = subUsers.map(
    ({ id, username }): JobItem => ({
      id,
      username,
      step: {
        async send() {
          const read = await session.call((who) => client.subUserUsage(who, id, { type: 'current_month' }));
          if (!read.ok) return read;
          series.push(read.value);
          return succeeded(null);
        },
      },
    }),
  );
  return {
    kind: 'month-days',
    title: 'Reading this month by day',
    items,
    async settle(ends) {
      const whole = ends.every((end) => end.kind === 'unclear' || end.outcome !== 'not-sent');
      if (whole) keep({ readAt: now(), days: sumByDay(series), missing: items.length - series.length });
      return items.map((item, index) => {
        const done = isDone(ends[index]);
        return resultOf(item, done ? 'done' : 'failed', done ? '' : 'Its days could not be read.');
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

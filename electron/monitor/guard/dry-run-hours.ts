import pMap from 'p-map';
import type { Outcome } from '../../contract/failure.ts';
import type { GuardDryRun } from '../../contract/guard-dry-run.ts';
import type { UsageQuery, UsageSeries } from '../../contract/usage.ts';
import { crossedHour } from '../../usage/guard/crossed-hour.ts';

export type AskUsage = (id: number, query: UsageQuery) => Promise<Outcome<UsageSeries>>;

/** Bounds what a press of Dry run asks for: nine days at most. */
const most = { subUsers: 3, days: 3, concurrency: 4 };

/** Asks the API for the hours of the last days on which a cap would have stopped. Where it has none, the day stands alone. */
export async function withHours(result: GuardDryRun, capGb: number, ask: AskUsage): Promise<GuardDryRun> {
  if (result.kind !== 'stops') return result;
  const asked = result.stops
    .slice(0, most.subUsers)
    .flatMap(({ id, days }) => days.slice(-most.days).map(({ day }) => ({ id, day })));
  const found = await pMap(
    asked,
    async ({ id, day }) => {
      const query: UsageQuery = {
        ...{ type: 'custom', dateFrom: `${day} 00`, dateTo: `${day} 23` },
        timeZone: 'UTC',
      };
      const series = await ask(id, query);
      return [`${id} ${day}`, series.ok ? crossedHour(series.value.points, day, capGb) : null] as const;
    },
    { concurrency: most.concurrency },
  );
  const hours = new Map(found);
  const stops = result.stops.map(({ id, days }) => ({
    id,
    days: days.map(({ day }) => ({ day, hour: hours.get(`${id} ${day}`) ?? null })),
  }));
  return { ...result, stops };
}

import type { Session } from '../../account/session.ts';
import type { AccountId } from '../../contract/account.ts';
import { dayMs, momentOfDay } from '../../contract/day.ts';
import type { Outcome } from '../../contract/failure.ts';
import { type TargetTraffic, targetTrafficSchema } from '../../contract/usage.ts';
import type { OxylabsClient } from '../../oxylabs/client.ts';
import type { JsonFiles } from '../../storage/files.ts';

export type TargetDaysParts = {
  session: Pick<Session, 'call'>;
  client: Pick<OxylabsClient, 'targetUsage'>;
  accountId: () => AccountId | null;
  files: JsonFiles;
  now: () => number;
};

/** The API has the last 30 days. Stored ones are removed a little later. */
const keptMs = 33 * dayMs;

/** Reads the targets of a sub-user's days. A past day is requested once and stored, since it no longer changes. */
export function createTargetDays({ session, client, accountId, files, now }: TargetDaysParts) {
  function keep(name: string, value: TargetTraffic): void {
    files.write(name, value);
    files.sweep((each) => now() - dateOf(each) < keptMs);
  }
  return {
    async read(id: number, date: string): Promise<Outcome<TargetTraffic>> {
      const account = accountId();
      const name = `${account}_${id}_${date}.json`;
      const kept = targetTrafficSchema.safeParse(files.read(name));
      if (account !== null && kept.success) return { ok: true, value: kept.data };
      const read = await session.call((who) => client.targetUsage(who, id, date));
      // The user signed out meanwhile, so the answer belongs to no account.
      if (read.ok && account !== null && accountId() === account && isOver(date, now()))
        keep(name, read.value);
      return read;
    },
    /** Removes everything stored about an account. */
    forget(account: AccountId): void {
      files.sweep((name) => !name.startsWith(`${account}_`));
    },
  };
}

/** Returns whether a day is over in every time zone, since the API names none, with a day for late figures. */
function isOver(date: string, now: number): boolean {
  return now > momentOfDay(date) + 2.5 * dayMs;
}

function dateOf(name: string): number {
  const at = momentOfDay(name.slice(-15, -5));
  return Number.isNaN(at) ? 0 : at;
}

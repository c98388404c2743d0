import type { Session } from '../account/session.ts';
import type { AccountId } from '../contract/account.ts';
import type { Outcome } from '../contract/failure.ts';
import { type TargetReport, targetReportSchema } from '../contract/usage.ts';
import type { OxylabsClient } from '../oxylabs/client.ts';

export type TargetFiles = {
  read(name: string): unknown;
  write(name: string, value: unknown): void;
  sweep(keeps: (name: string) => boolean): void;
};

export type TargetDaysParts = {
  session: Pick<Session, 'call'>;
  client: Pick<OxylabsClient, 'targetUsage'>;
  accountId: () => AccountId | null;
  files: TargetFiles;
  now: () => number;
};

const dayMs = 86_400_000;
/** The API has the last 30 days; ours are let go a little later. */
const keptMs = 33 * dayMs;

/** The targets of a sub-user's days. A day that is over is asked for once and kept, since it no longer changes. */
export function createTargetDays({ session, client, accountId, files, now }: TargetDaysParts) {
  function keep(name: string, value: TargetReport): void {
    files.write(name, value);
    files.sweep((each) => now() - dateOf(each) < keptMs);
  }
  return {
    async read(id: number, date: string): Promise<Outcome<TargetReport>> {
      const account = accountId();
      const name = `${account}_${id}_${date}.json`;
      const kept = targetReportSchema.safeParse(files.read(name));
      if (account !== null && kept.success) return { ok: true, value: kept.data };
      const read = await session.call((who) => client.targetUsage(who, id, date));
      // Signed out meanwhile: it belongs to nobody any more.
      if (read.ok && account !== null && accountId() === account && isOver(date, now()))
        keep(name, read.value);
      return read;
    },
    /** All that was kept of an account. */
    forget(account: AccountId): void {
      files.sweep((name) => !name.startsWith(`${account}_`));
    },
  };
}

/** Over everywhere on earth, since the API does not tell its time zone, and with a day for late figures. */
function isOver(date: string, now: number): boolean {
  return now > Date.parse(`${date}T00:00:00Z`) + 2.5 * dayMs;
}

function dateOf(name: string): number {
  const at = Date.parse(`${name.slice(-15, -5)}T00:00:00Z`);
  return Number.isNaN(at) ? 0 : at;
}

import type { Session } from '../../account/session.ts';
import type { CommandHandlers } from '../../contract/commands.ts';
import type { Outcome } from '../../contract/failure.ts';
import type { TargetTraffic } from '../../contract/usage.ts';
import type { OxylabsClient } from '../../oxylabs/client.ts';

export type UsageActionParts = {
  session: Pick<Session, 'call'>;
  client: Pick<OxylabsClient, 'subUserUsage'>;
  targetDays: { read(id: number, date: string): Promise<Outcome<TargetTraffic>> };
};

/** Creates the handlers of commands that read statistics. */
export function createUsageActions({ session, client, targetDays }: UsageActionParts) {
  return {
    readUsage: ({ id, query }) => session.call((who) => client.subUserUsage(who, id, query)),
    readTargets: ({ id, date }) => targetDays.read(id, date),
  } satisfies CommandHandlers<unknown, 'readUsage' | 'readTargets'>;
}

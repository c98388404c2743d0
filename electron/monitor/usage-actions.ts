import type { Session } from '../account/session.ts';
import type { CommandHandlers } from '../contract/commands.ts';
import type { OxylabsClient } from '../oxylabs/client.ts';

export type UsageActionParts = {
  session: Pick<Session, 'call'>;
  client: Pick<OxylabsClient, 'subUserUsage' | 'targetUsage'>;
};

/** Statistics that a window asks for: read when wanted, and kept by nobody. */
export function createUsageActions({ session, client }: UsageActionParts) {
  return {
    readUsage: ({ id, query }) => session.call((who) => client.subUserUsage(who, id, query)),
    readTargets: ({ id, date }) => session.call((who) => client.targetUsage(who, id, date)),
  } satisfies CommandHandlers<unknown, 'readUsage' | 'readTargets'>;
}

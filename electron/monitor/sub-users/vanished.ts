import type { Session } from '../../account/session.ts';
import type { OxylabsClient } from '../../oxylabs/client.ts';
import { type AppStore, accountState, currentAccountId } from '../state.ts';
import type { RosterFile } from './roster.ts';
import type { SubUserListAccess } from './sub-user-list.ts';

export type VanishedParts = {
  store: AppStore;
  session: Pick<Session, 'call'>;
  client: Pick<OxylabsClient, 'subUserUsage'>;
  list: Pick<SubUserListAccess, 'show'>;
  roster: Pick<RosterFile, 'isAsked' | 'noteAsked'>;
};

/** The most questions after one refresh. A list that was cut short once makes thousands vanish until the next. */
const mostQuestions = 3;

/**
 * Asks the API once about each sub-user that is no longer listed. It may be disabled, or was deleted elsewhere: a 404 forgets
 * it.
 */
export function createVanished({ store, session, client, list, roster }: VanishedParts) {
  let asking = false;

  async function askAbout(id: number): Promise<void> {
    const accountId = currentAccountId(store.getState());
    if (accountId === null) return;
    const usage = await session.call((who) => client.subUserUsage(who, id, { type: '24h' }));
    if (currentAccountId(store.getState()) !== accountId) return;
    if (usage.ok) roster.noteAsked(accountId, id);
    else if (usage.failure.kind === 'not-found') {
      list.show((all) => all.filter((each) => each.id !== id || each.listed));
    }
  }

  return {
    /** Call after a refresh. Failures are left to the next. */
    async ask(): Promise<void> {
      const accountId = currentAccountId(store.getState());
      const { subUsers, problem } = accountState(store.getState(), accountId);
      if (asking || accountId === null || subUsers === null || problem !== null) return;
      asking = true;
      const unlisted = subUsers.value.subUsers.filter(
        ({ id, listed }) => !listed && !roster.isAsked(accountId, id),
      );
      for (const { id } of unlisted.slice(0, mostQuestions)) await askAbout(id);
      asking = false;
    },
  };
}

import type { SubUserPasswords } from '../../account/sub-user-passwords.ts';
import type { CommandHandlers } from '../../contract/commands.ts';
import { firstChoice } from '../../contract/connection.ts';
import { failed, succeeded } from '../../contract/failure.ts';
import { connectionTexts, passwordPlaceholder } from '../../proxy/connection-text.ts';
import { standardEntry } from '../../proxy/entries.ts';
import { handOverText, type Login } from '../../text/hand-over.ts';
import { say } from '../../text/say.ts';
import type { DesktopPort } from '../desktop-port.ts';
import { type AppStore, currentAccountId } from '../state.ts';

type Parts = {
  store: AppStore;
  passwords: Pick<SubUserPasswords, 'recall' | 'usernames'>;
  desktop: Pick<DesktopPort, 'copyText' | 'saveText'>;
  now: () => number;
};

/** Creates the handler that writes the logins of sub-users for those who will use them, with kept passwords. */
export function createHandOver({ store, passwords, desktop, now }: Parts) {
  async function passwordsOf(usernames: readonly string[]): Promise<Map<string, string>> {
    const accountId = currentAccountId(store.getState());
    const found = new Map<string, string>();
    if (accountId === null) return found;
    const kept = new Set(passwords.usernames(accountId));
    for (const username of usernames) {
      if (!kept.has(username)) continue;
      const recalled = await passwords.recall(accountId, username);
      if (recalled.kind === 'found') found.set(username, recalled.secret.reveal());
    }
    return found;
  }

  function loginOf(username: string, password: string | null): Login {
    const { ownEntry } = store.getState().settings;
    const host = ownEntry ?? standardEntry.host;
    const choice = { ...firstChoice, entry: ownEntry === null ? ('standard' as const) : ('own' as const) };
    const [url = '', curl = ''] = (['url', 'curl'] as const).flatMap((format) =>
      connectionTexts(
        { username, choice: { ...choice, format }, sessionSeed: 'none' },
        { ownEntry, password: password ?? passwordPlaceholder },
        1,
      ),
    );
    return { username, host, port: standardEntry.port, login: `customer-${username}`, password, url, curl };
  }

  return {
    async handOver({ usernames, as, to }) {
      const found = await passwordsOf(usernames);
      const logins = usernames.map((username) => loginOf(username, found.get(username) ?? null));
      const { locale } = store.getState().environment;
      // Loaded here, since no start needs the writer of CSV.
      const text =
        as === 'csv'
          ? (await import('./hand-over-csv.ts')).handOverCsv(logins)
          : handOverText(logins, now(), locale);
      if (to === 'clipboard') {
        desktop.copyText(text, found.size > 0);
        return succeeded({ done: true, withPassword: found.size });
      }
      const outcome = await desktop.saveText(
        say(as === 'csv' ? 'files.handOverCsv' : 'files.handOver'),
        text,
      );
      return outcome.ok
        ? succeeded({ done: outcome.value.saved, withPassword: found.size })
        : failed(outcome.failure);
    },
  } satisfies CommandHandlers<unknown, 'handOver'>;
}

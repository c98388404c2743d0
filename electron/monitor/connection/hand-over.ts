import type { CommandHandlers } from '../../contract/commands.ts';
import { plainOrderOf } from '../../contract/connection.ts';
import { failed, succeeded } from '../../contract/failure.ts';
import { connectionTexts, passwordPlaceholder } from '../../proxy/connection-text.ts';
import { addressOf } from '../../proxy/entries.ts';
import { loginOf } from '../../proxy/parameters.ts';
import { handOverText, type Login } from '../../text/hand-over.ts';
import { say } from '../../text/say.ts';
import type { DesktopPort } from '../desktop-port.ts';
import type { AppStore } from '../state.ts';
import type { KeptPasswords } from './kept-passwords.ts';

type Parts = {
  store: AppStore;
  kept: KeptPasswords;
  desktop: Pick<DesktopPort, 'copyText' | 'saveText'>;
  now: () => number;
};

/** Creates the handler that writes the logins of sub-users for those who will use them, with kept passwords. */
export function createHandOver({ store, kept, desktop, now }: Parts) {
  async function passwordsOf(usernames: readonly string[]): Promise<Map<string, string>> {
    const found = new Map<string, string>();
    const known = new Set(kept.usernames());
    for (const username of usernames) {
      const password = known.has(username) ? await kept.passwordOf(username) : null;
      if (password !== null) found.set(username, password.reveal());
    }
    return found;
  }

  function handedOver(username: string, password: string | null): Login {
    const { ownEntry } = store.getState().settings;
    const order = plainOrderOf(username, ownEntry);
    const given = { ownEntry, password: password ?? passwordPlaceholder };
    const [url = '', curl = ''] = (['url', 'curl'] as const).flatMap((format) =>
      connectionTexts({ ...order, choice: { ...order.choice, format } }, given, 1),
    );
    return {
      username,
      ...addressOf(order.choice, ownEntry, 0),
      login: loginOf(order, 0),
      password,
      url,
      curl,
    };
  }

  return {
    async handOver({ usernames, as, to }) {
      const found = await passwordsOf(usernames);
      const logins = usernames.map((username) => handedOver(username, found.get(username) ?? null));
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

import type { CommandHandlers } from '../../contract/commands.ts';
import { type ConnectionOrder, type HeldPassword, mostSessions } from '../../contract/connection.ts';
import { failed, succeeded } from '../../contract/failure.ts';
import { connectionTexts, passwordPlaceholder } from '../../proxy/connection-text.ts';
import { loginOf } from '../../proxy/parameters.ts';
import { problemsOf, warningsOf } from '../../proxy/problems.ts';
import { say } from '../../text/say.ts';
import type { DesktopPort } from '../desktop-port.ts';
import type { AppStore } from '../state.ts';
import type { KeptPasswords } from './kept-passwords.ts';

export type ConnectionTextParts = {
  store: AppStore;
  kept: KeptPasswords;
  desktop: Pick<DesktopPort, 'copyText' | 'saveText'>;
};

type Names = 'previewConnection' | 'copyConnection' | 'saveConnection';

/** The sessions that a preview shows. */
const shownSessions = 5;
/** What every format leaves as it is, so that the preview can put dots in its place. */
const hidden = 'XXhiddenXX';
const dots = '••••••••';

/** Creates the handlers of the texts with which a program signs in to the proxy. A kept password never reaches a window. */
export function createConnectionTexts({ store, kept, desktop }: ConnectionTextParts) {
  const ownEntry = () => store.getState().settings.ownEntry;

  /** Returns what the text holds. A keyring that is silent counts as one that has none, and the answer says so. */
  async function passwordFor({ username, choice }: ConnectionOrder, typed: string | null) {
    if (choice.format === 'pac') return { password: passwordPlaceholder, held: 'none' } as const;
    if (typed !== null) return { password: typed, held: 'typed' } as const;
    const found = await kept.passwordOf(username);
    return found === null
      ? ({ password: passwordPlaceholder, held: 'placeholder' } as const)
      : ({ password: found.reveal(), held: 'kept' } as const);
  }

  /** Makes the whole text; null for an order that the vendor would not understand. */
  async function textOf(order: ConnectionOrder, typed: string | null) {
    if (problemsOf(order.choice, ownEntry()).length > 0) return null;
    const { password, held } = await passwordFor(order, typed);
    const texts = connectionTexts(order, { ownEntry: ownEntry(), password }, mostSessions);
    return { text: texts.join('\n'), held: held satisfies HeldPassword };
  }

  return {
    async previewConnection(order) {
      const problems = problemsOf(order.choice, ownEntry());
      const texts =
        problems.length > 0
          ? null
          : connectionTexts(order, { ownEntry: ownEntry(), password: hidden }, shownSessions);
      return succeeded({
        problems,
        warnings: warningsOf(order.username, order.choice),
        text: texts?.join('\n').replaceAll(hidden, dots) ?? null,
        login: loginOf(order, 0),
        moreSessions: texts === null ? 0 : Math.max(0, order.choice.count - texts.length),
        kept: kept.usernames().includes(order.username),
      });
    },

    async copyConnection({ order, password }) {
      const made = await textOf(order, password);
      if (made === null) return failed({ kind: 'invalid-input', problems: ['choice'] });
      desktop.copyText(made.text, made.held === 'typed' || made.held === 'kept');
      return succeeded({ held: made.held });
    },

    async saveConnection({ order, password }) {
      const made = await textOf(order, password);
      if (made === null) return failed({ kind: 'invalid-input', problems: ['choice'] });
      const outcome = await desktop.saveText(
        say('files.connection', { name: order.username }),
        `${made.text}\n`,
      );
      return outcome.ok ? succeeded({ saved: outcome.value.saved, held: made.held }) : outcome;
    },
  } satisfies CommandHandlers<unknown, Names>;
}

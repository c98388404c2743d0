import { say } from '../../text/say.ts';
import type { DesktopPort } from '../desktop-port.ts';
import type { AmongAccounts } from './among-accounts.ts';

/** Returns the desktop as one account sees it: what leaves the windows names the account where there are several. */
export function namedDesktop(
  desktop: DesktopPort,
  { title, show }: Pick<AmongAccounts, 'title' | 'show'>,
): DesktopPort {
  return {
    ...desktop,
    notify(notification, onAction) {
      const account = title();
      if (account === null) return desktop.notify(notification, onAction);
      const named = say('notification.ofAccount', { account, title: notification.title });
      return desktop.notify({ ...notification, title: named }, onAction);
    },
    saveText(suggestedName, text) {
      const account = title();
      return desktop.saveText(account === null ? suggestedName : `${account} ${suggestedName}`, text);
    },
    showManager() {
      show();
      desktop.showManager();
    },
  };
}

import { say } from './say.ts';
import { formatShare } from './traffic.ts';

/** The text of a notification. Only the title may hold a username: no system reads markup there. */
export type NotificationText = { title: string; body: string };

export function testNotificationText(locale: string): NotificationText {
  return {
    title: say('notification.testTitle', { share: formatShare(0.8, locale) }),
    body: say('notification.testBody'),
  };
}

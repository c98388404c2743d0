import { Notification } from 'electron';
import { buttonNames, type NoticeOutcome, type ShowNotice } from '../contract/notice.ts';

const patienceMs = 10_000;
/** One that is not kept is collected, and its click is lost. */
const mostKept = 200;

/** Notifications on macOS and Windows, by Electron. Buttons are macOS's alone; there are none for an app that is not signed. */
export function electronNotifier(): ShowNotice {
  const kept = new Set<Notification>();
  return ({ title, body, silent, buttons }, onAction) =>
    new Promise<NoticeOutcome>((answer) => {
      if (!Notification.isSupported()) {
        answer('failed');
        return;
      }
      const notification = new Notification({
        title,
        body,
        silent,
        actions: buttons.map((button) => ({ type: 'button', text: buttonNames[button] })),
      });
      kept.add(notification);
      for (const oldest of kept) if (kept.size > mostKept) kept.delete(oldest);
      const timer = setTimeout(() => answer('unanswered'), patienceMs);
      const settle = (outcome: NoticeOutcome) => {
        clearTimeout(timer);
        answer(outcome);
      };
      notification.on('show', () => settle('shown'));
      notification.on('failed', () => {
        kept.delete(notification);
        settle('failed');
      });
      notification.on('click', () => onAction('open'));
      notification.on('action', (_event, index) => {
        const button = buttons[index];
        if (button !== undefined) onAction(button);
      });
      notification.on('close', () => kept.delete(notification));
      notification.show();
    });
}

import { Notification } from 'electron';
import type { NotificationOutcome, ShowNotification } from '../../contract/notification.ts';
import { say } from '../../text/say.ts';

const patienceMs = 10_000;
/** A notification without a reference is garbage-collected, and its click is lost. */
const mostKept = 200;

/** Shows notifications through Electron, on macOS and Windows. Only macOS has buttons, and only for a signed app. */
export function electronNotifier(): ShowNotification {
  const kept = new Set<Notification>();
  return ({ title, body, silent, buttons }, onAction) =>
    new Promise<NotificationOutcome>((answer) => {
      if (!Notification.isSupported()) {
        answer('failed');
        return;
      }
      const notification = new Notification({
        title,
        body,
        silent,
        actions: buttons.map((button) => ({ type: 'button', text: say(`notification.button.${button}`) })),
      });
      kept.add(notification);
      for (const oldest of kept) if (kept.size > mostKept) kept.delete(oldest);
      const timer = setTimeout(() => answer('unanswered'), patienceMs);
      const settle = (outcome: NotificationOutcome) => {
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

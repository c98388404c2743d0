import type { Alert, Delivery } from '../../contract/alert.ts';
import type { AlertSettings } from '../../contract/alert-settings.ts';
import { dayMs } from '../../contract/day.ts';
import type { NotificationAction, ShowNotification } from '../../contract/notification.ts';
import { alertText } from '../../text/alert.ts';
import { summaryText } from '../../text/alert-summary.ts';
import { quietUntil } from '../../usage/alerts/quiet.ts';
import { grouped } from '../../usage/alerts/route.ts';
import type { Clock } from '../clock.ts';
import type { AccountBook } from './account-book.ts';

export type DeliveryParts = {
  clock: Pick<Clock, 'now'>;
  notify: ShowNotification;
  settings: () => AlertSettings;
  locale: () => string;
  /** Called when the user clicked a notification about one alert or several, or pressed its button. */
  onAction: (action: NotificationAction, alerts: readonly Alert[]) => void;
};

/** While alerts are held, they are checked this often, in case the clock was set or the computer slept. */
const longestWaitMs = 10 * 60_000;

/** Shows alerts as notifications, and held ones once notifications are allowed again. */
export class AlertDelivery {
  readonly #parts: DeliveryParts;
  /** The tries in a row that the system refused, and how many refreshes to wait for the next. */
  #refusals = { count: 0, wait: 0 };

  constructor(parts: DeliveryParts) {
    this.#parts = parts;
  }

  /** Shows the pending ones among new alerts, as one notification if `together`. Resolves when their outcomes are known. */
  async send(book: AccountBook, alerts: readonly Alert[], together: boolean): Promise<void> {
    const pending = alerts.filter(({ delivery }) => delivery === 'pending');
    await Promise.all(grouped(pending, together).map((group) => this.#show(book, group)));
  }

  /** Shows the held alerts as one notification if they are due. Resolves when its outcome is known. */
  async sendHeld(book: AccountBook): Promise<void> {
    if (this.waitMs(book) === 0) await this.#sendTogether(book, book.held());
  }

  /**
   * Shows the alerts of today that the system refused, as one notification: at login there may be no notification service
   * yet. It tries after 1, 2, 4 and so on refreshes, and at once after another was accepted.
   */
  async sendRefused(book: AccountBook): Promise<void> {
    const { clock, settings } = this.#parts;
    const now = clock.now();
    const refused = book.log.withDelivery('failed').filter(({ at }) => at > now - dayMs && at <= now + dayMs);
    if (refused.length === 0) this.#refusals = { count: 0, wait: 0 };
    if (refused.length === 0 || quietUntil(settings(), now) !== null) return;
    this.#refusals.wait -= 1;
    if (this.#refusals.wait > 0) return;
    const count = this.#refusals.count + 1;
    this.#refusals = { count, wait: 2 ** count };
    await this.#sendTogether(book, refused);
  }

  async #sendTogether(book: AccountBook, alerts: readonly Alert[]): Promise<void> {
    book.settle(idsOf(alerts), 'pending');
    await Promise.all(grouped(alerts, true).map((group) => this.#show(book, group)));
  }

  /** Returns the time until held alerts are due, in ms: 0 if they are due now, null if there are none. */
  waitMs(book: AccountBook): number | null {
    if (book.held().length === 0) return null;
    const { clock, settings } = this.#parts;
    const until = quietUntil(settings(), clock.now());
    return until === null ? 0 : Math.max(Math.min(until - clock.now(), longestWaitMs), 1_000);
  }

  async #show(book: AccountBook, group: readonly Alert[]): Promise<void> {
    const { notify, settings, locale, onAction } = this.#parts;
    const [only, ...others] = group;
    if (only === undefined) return;
    const single = others.length === 0;
    const text = single ? alertText(only, locale()) : summaryText(group, locale());
    const notification = { ...text, silent: !settings().sound, buttons: single ? buttonsFor(only) : [] };
    const outcome = await notify(notification, (action) => onAction(action, group));
    // The service is there now, so what it refused need not wait.
    if (outcome === 'shown') this.#refusals = { count: 0, wait: 0 };
    const delivery: Delivery = outcome === 'shown' && !single ? 'summary' : outcome;
    book.settle(idsOf(group), delivery);
  }
}

/** Returns the buttons: only a sub-user can be muted, and only a limit can be raised. */
function buttonsFor({ subject, facts }: Alert): ('raise' | 'mute')[] {
  if (subject.kind === 'account') return [];
  return 'limitGb' in facts && facts.limitGb !== null ? ['raise', 'mute'] : ['mute'];
}

function idsOf(alerts: readonly Alert[]): string[] {
  return alerts.map(({ id }) => id);
}

import type { Alert, Delivery } from '../../contract/alert.ts';
import type { AlertSettings } from '../../contract/alert-settings.ts';
import { alertText, summaryText } from '../../contract/alert-text.ts';
import type { NoticeAction, ShowNotice } from '../../contract/notice.ts';
import { quietUntil } from '../../usage/alerts/quiet.ts';
import { grouped } from '../../usage/alerts/route.ts';
import type { Clock } from '../poller.ts';
import type { AccountBook } from './account-book.ts';

export type DeliveryParts = {
  clock: Clock;
  notify: ShowNotice;
  settings: () => AlertSettings;
  locale: () => string;
  /** The person did something with a notification about one alert, or about several. */
  onAction: (action: NoticeAction, alerts: readonly Alert[]) => void;
  /** What became of alerts is known now. */
  onSettled: (book: AccountBook) => void;
};

/** Hands alerts to the system, and those that were held once their time has come. */
export class AlertDelivery {
  readonly #parts: DeliveryParts;
  #cancelRelease: (() => void) | null = null;

  constructor(parts: DeliveryParts) {
    this.#parts = parts;
  }

  /** Shows what is pending among new alerts; `together` makes one of several. */
  send(book: AccountBook, alerts: readonly Alert[], together: boolean): void {
    const pending = alerts.filter(({ delivery }) => delivery === 'pending');
    for (const group of grouped(pending, together)) void this.#show(book, group);
    this.release(book);
  }

  /** Shows those that were held as one, if the person wants notifications again; else looks again when that is so. */
  release(book: AccountBook): void {
    this.stop();
    const held = book.log.withDelivery('held');
    if (held.length === 0) return;
    const { clock, settings } = this.#parts;
    const until = quietUntil(settings(), clock.now());
    if (until !== null) {
      // Looked at again before, in case the clock was set or the computer slept.
      const waitMs = Math.min(until - clock.now(), 10 * 60_000);
      this.#cancelRelease = clock.after(Math.max(waitMs, 1_000), () => this.release(book));
      return;
    }
    book.settle(idsOf(held), 'pending');
    for (const group of grouped(held, true)) void this.#show(book, group);
  }

  stop(): void {
    this.#cancelRelease?.();
    this.#cancelRelease = null;
  }

  async #show(book: AccountBook, group: readonly Alert[]): Promise<void> {
    const { notify, settings, locale, onAction, onSettled } = this.#parts;
    const [only, ...others] = group;
    if (only === undefined) return;
    const single = others.length === 0;
    const text = single ? alertText(only, locale()) : summaryText(group);
    const notice = { ...text, silent: !settings().sound, buttons: single ? buttonsFor(only) : [] };
    const outcome = await notify(notice, (action) => onAction(action, group));
    const delivery: Delivery = outcome === 'shown' && !single ? 'summary' : outcome;
    book.settle(idsOf(group), delivery);
    onSettled(book);
  }
}

/** Only a sub-user can be muted, and only a limit can be raised. */
function buttonsFor({ subject, facts }: Alert): ('raise' | 'mute')[] {
  if (subject.kind === 'account') return [];
  return 'limitGb' in facts && facts.limitGb !== null ? ['raise', 'mute'] : ['mute'];
}

function idsOf(alerts: readonly Alert[]): string[] {
  return alerts.map(({ id }) => id);
}

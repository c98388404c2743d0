import type { GuardRule } from '../../contract/guard.ts';
import type { GuardNews } from '../../contract/guard-news.ts';
import type { Place } from '../../contract/navigation.ts';
import type {
  NotificationAction,
  NotificationContent,
  NotificationOutcome,
} from '../../contract/notification.ts';
import { guardNewsText, guardQuestionText, packEndsText } from '../../text/guard-news.ts';
import type { NotificationText } from '../../text/notification.ts';
import { quietUntil } from '../../usage/alerts/quiet.ts';
import { endingPacks } from '../../usage/guard/ending-packs.ts';
import { pulledFor } from '../../usage/guard/pulls.ts';
import type { Guard } from './guard.ts';
import type { OpenGuardParts } from './guard-parts.ts';

/** Where a click on a notification of Guard leads. */
const guardPlace: Place = { kind: 'guard' };

const isStatus = ({ kind }: GuardNews) => kind === 'stopped' || kind === 'disabled' || kind === 'enabled';

type Parts = Pick<OpenGuardParts, 'store' | 'clock' | 'serverNow' | 'notify' | 'navigate' | 'list'> & {
  guard: Guard;
  usedIn: (id: number, period: string) => number | null;
  pull: (rule: GuardRule) => void;
  putBack: (rule: GuardRule) => void;
};

/** Notifies of what Guard did, and asks what it may do, once notifications are allowed. */
export class GuardNotices {
  readonly #parts: Parts;
  #news: GuardNews[] = [];
  #showing = false;
  #again = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  add(news: readonly GuardNews[]): void {
    const muted = new Set(this.#alerts().mutedSubUserIds);
    for (const each of news) {
      if (muted.has(each.id)) continue;
      // What was enabled again meanwhile is not said to be stopped.
      if (isStatus(each)) this.#news = this.#news.filter((one) => one.id !== each.id || !isStatus(one));
      this.#news.push(each);
    }
  }

  /** Shows what there is, one notification at a time. What the system refused is shown with the next call. */
  async show(): Promise<void> {
    const { clock, guard } = this.#parts;
    // What happens while one is shown comes right after it.
    this.#again = true;
    if (this.#showing) return;
    this.#showing = true;
    while (this.#again && !guard.isBusy && quietUntil(this.#alerts(), clock.now()) === null) {
      this.#again = false;
      await this.#showNews();
      await this.#askQuestions();
      await this.#remind();
    }
    this.#showing = false;
  }

  async #showNews(): Promise<void> {
    const news = this.#news;
    if (news.length === 0) return;
    this.#news = [];
    const pulled = this.#setOffBy(news);
    const text = guardNewsText(news, this.#locale());
    const outcome = await this.#notify(text, pulled.length > 0 ? ['put-back'] : [], (action) => {
      if (action === 'put-back') for (const rule of pulled) this.#parts.putBack(rule);
      else this.#parts.navigate(guardPlace);
    });
    if (outcome === 'failed') this.#news.unshift(...news);
  }

  /** Returns the rules that were set off by themselves and disabled sub-users in these news. */
  #setOffBy(news: readonly GuardNews[]): GuardRule[] {
    const { memory } = this.#parts.guard;
    const disabled = news.filter(({ kind, id }) => kind === 'disabled' && pulledFor(memory, id).length > 0);
    return memory.rules.filter(({ id: rule }) =>
      disabled.some(({ id }) => memory.pulled.get(rule)?.ids.includes(id) === true),
    );
  }

  async #askQuestions(): Promise<void> {
    const { guard, list } = this.#parts;
    for (const { rule, ids, during } of guard.questions()) {
      const about = `${during} ${ids.length}`;
      if (guard.memory.notified.get(rule.id)?.includes(about)) continue;
      const names = ids.map((id) => list.known(id)?.username ?? '');
      const text = guardQuestionText(rule, names, this.#locale());
      const outcome = await this.#notify(text, ['brake'], (action) => {
        if (action === 'brake') this.#parts.pull(rule);
        else this.#parts.navigate(guardPlace);
      });
      if (outcome !== 'failed') guard.noteNotified(rule.id, about);
    }
  }

  async #remind(): Promise<void> {
    const { guard, serverNow, usedIn } = this.#parts;
    for (const { rule, packId, expires, leftGb } of endingPacks(guard.memory, serverNow(), usedIn)) {
      const outcome = await this.#notify(packEndsText(leftGb, expires, this.#locale()), [], () =>
        this.#parts.navigate(guardPlace),
      );
      if (outcome !== 'failed') guard.noteNotified(rule.id, packId);
    }
  }

  #notify(
    text: NotificationText,
    buttons: NotificationContent['buttons'],
    onAction: (action: NotificationAction) => void,
  ): Promise<NotificationOutcome> {
    return this.#parts.notify({ ...text, silent: !this.#alerts().sound, buttons }, onAction);
  }

  #alerts() {
    return this.#parts.store.getState().settings.alerts;
  }

  #locale(): string {
    return this.#parts.store.getState().environment.locale;
  }
}

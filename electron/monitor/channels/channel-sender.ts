import type { RecalledSecret } from '../../account/kept-secrets.ts';
import { type Channel, type ChannelAddress, channelAddressSchema } from '../../contract/channel.ts';
import type { ShowNotification } from '../../contract/notification.ts';
import { parseJson } from '../../oxylabs/answer.ts';
import { say } from '../../text/say.ts';
import { quietUntil } from '../../usage/alerts/quiet.ts';
import type { Clock } from '../clock.ts';
import type { ChannelQueue } from './channel-queue.ts';
import { type Message, messageOf, testMessage } from './message.ts';
import { type Posted, post } from './post.ts';
import { requestOf } from './services/request-of.ts';

export type SenderParts = {
  clock: Pick<Clock, 'now' | 'after'>;
  queue: ChannelQueue;
  channels: () => readonly Channel[];
  recall: (channel: string) => Promise<RecalledSecret>;
  /** Null where nothing may be sent, as in the demo. */
  fetch: typeof globalThis.fetch | null;
  newId: () => string;
  notify: ShowNotification;
  showManager: () => void;
  /** Whether there is a network, and the computer is awake. */
  isOn: () => boolean;
  locale: () => string;
  account: () => string | null;
  onChange: () => void;
};

/** What comes within this time after the first event goes into one message, and messages are as far apart. */
const gatherMs = 3_000;
/** The pauses before the second and the third try. */
const pausesMs = [60_000, 10 * 60_000];
/** A longer wait was counted by a clock that was ahead. */
const longestMs = 60 * 60_000;
const hourMs = 60 * 60_000;
/** The clock may be set, or the computer sleep, so a long wait is looked at in between. */
const lookMs = 10 * 60_000;

/** Sends what waits for each channel, a message at a time, and notifies when one has failed for an hour. */
export class ChannelSender {
  readonly #parts: SenderParts;
  readonly #busy = new Set<string>();
  readonly #timers = new Map<string, () => void>();
  #stopped = false;

  constructor(parts: SenderParts) {
    this.#parts = parts;
    const { queue, clock } = parts;
    for (const { id: channel } of parts.channels()) {
      const message = queue.state(channel)?.message;
      // It was on its way when Oxygauge ended. A second one could be one too many.
      if (message?.nextAt === null)
        queue.write({
          ...{ line: 'ended', channel, at: clock.now(), message: message.id, nextAt: null },
          answer: { kind: 'unknown' },
        });
    }
  }

  /** Looks what is due, for all channels. Call it after each change. */
  look(): void {
    for (const channel of this.#parts.channels()) this.#lookAt(channel);
  }

  /** Sends a test, once. */
  async test(channel: Channel): Promise<Posted['answer']> {
    const { clock, queue, newId, onChange } = this.#parts;
    const { answer } = await this.#send(
      channel,
      testMessage({ ...this.#words(), id: newId(), at: clock.now() }),
    );
    if (this.#stopped || answer.kind === 'demo') return answer;
    queue.write({ line: 'tested', channel: channel.id, at: clock.now(), answer });
    onChange();
    this.#lookAt(channel);
    return answer;
  }

  stop(): void {
    this.#stopped = true;
    for (const cancel of this.#timers.values()) cancel();
    this.#timers.clear();
  }

  #lookAt(channel: Channel): void {
    this.#timers.get(channel.id)?.();
    this.#timers.delete(channel.id);
    if (this.#stopped || this.#busy.has(channel.id)) return;
    const waits = [this.#sendIn(channel), this.#notifyIn(channel)];
    if (waits[0] === 0) void this.#try(channel);
    else if (waits[1] === 0) this.#notify(channel);
    else {
      const waitMs = Math.min(lookMs, ...waits.filter((each) => each !== null));
      if (waits.some((each) => each !== null))
        this.#timers.set(
          channel.id,
          this.#parts.clock.after(waitMs, () => this.look()),
        );
    }
  }

  /** Returns how long until something has to be sent, in ms; null if nothing has to. */
  #sendIn({ id, paused, quietHours }: Channel): number | null {
    const { queue, clock, isOn } = this.#parts;
    const state = queue.state(id);
    const [first] = state?.waiting ?? [];
    if (state === undefined || first === undefined || paused || !isOn()) return null;
    const now = clock.now();
    const quiet = quietUntil({ quietHours, pausedUntil: null }, now);
    const gathered = Math.max(first.at, state.sentAt ?? 0) + gatherMs;
    const dueAt = Math.max(state.message === null ? gathered : (state.message.nextAt ?? now), quiet ?? 0);
    // Quiet hours may be longer than any wait of ours.
    return quiet === null && dueAt - now > longestMs ? 0 : Math.max(0, dueAt - now);
  }

  #notifyIn({ id, paused }: Channel): number | null {
    const { failingSince = null, notified = false } = this.#parts.queue.state(id) ?? {};
    if (failingSince === null || notified || paused) return null;
    return Math.max(0, failingSince + hourMs - this.#parts.clock.now());
  }

  async #try(channel: Channel): Promise<void> {
    const { id } = channel;
    const { queue, clock, newId, onChange } = this.#parts;
    const state = queue.state(id);
    if (state === undefined) return;
    const count = state.message?.count ?? state.waiting.length;
    const message = state.message?.id ?? newId();
    const tries = state.message?.tries ?? 0;
    this.#busy.add(id);
    queue.write({ line: 'begun', channel: id, at: clock.now(), message, count });
    const words = { ...this.#words(), id: message, at: clock.now() };
    const posted = await this.#send(channel, messageOf(state.waiting.slice(0, count), words));
    this.#busy.delete(id);
    // Removed or forgotten meanwhile, so no line of it may come back.
    if (this.#stopped || !this.#parts.channels().some((each) => each.id === id)) return;
    const nextAt = this.#nextAt(posted, tries);
    queue.write({ line: 'ended', channel: id, at: clock.now(), message, answer: posted.answer, nextAt });
    onChange();
    this.look();
  }

  #nextAt({ answer, final, retryAt }: Posted, tries: number): number | null {
    const pause = pausesMs[tries];
    if (answer.kind === 'sent' || final || pause === undefined) return null;
    return retryAt ?? this.#parts.clock.now() + pause;
  }

  #words() {
    return { account: this.#parts.account(), locale: this.#parts.locale() };
  }

  async #send({ id }: Channel, message: Message): Promise<Posted> {
    const { recall, fetch, clock } = this.#parts;
    if (fetch === null) return { answer: { kind: 'demo' }, retryAt: null, final: true };
    const kept = await recall(id);
    const address = kept.kind === 'found' ? readAddress(kept.secret.reveal()) : null;
    // A keyring may be unlocked later.
    if (address === null) return { answer: { kind: 'no-secret' }, retryAt: null, final: false };
    return post(requestOf(address, message, clock.now()), {
      ...{ fetch, now: clock.now },
      secrets: secretsIn(address),
    });
  }

  #notify(channel: Channel): void {
    const { queue, clock, notify, showManager, onChange } = this.#parts;
    const { name, host } = channel;
    queue.write({ line: 'notified', channel: channel.id, at: clock.now() });
    const words = {
      title: say('channel.failingTitle', { name }),
      body: say('channel.failingBody', { host }),
    };
    void notify({ ...words, silent: false, buttons: [] }, showManager);
    onChange();
    this.#lookAt(channel);
  }
}

export function readAddress(text: string): ChannelAddress | null {
  return channelAddressSchema.safeParse(parseJson(text)).data ?? null;
}

/** Returns what an answer must not show: the address as a whole, and each part of it that could be the secret one. */
function secretsIn(address: ChannelAddress): string[] {
  const typed: string[] = Object.values(address);
  const url = 'url' in address ? new URL(address.url) : null;
  const parts = url === null ? [] : [...url.pathname.split('/'), ...url.searchParams.values(), url.pathname];
  return [...typed, ...parts].filter((each) => each.length >= 8 && each !== address.service);
}

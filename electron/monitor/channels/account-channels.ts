import type { AccountId } from '../../contract/account.ts';
import {
  type Channel,
  type ChannelAddress,
  type ChannelView,
  hostOf,
  isOnThisComputer,
  mostChannels,
} from '../../contract/channel.ts';
import type { CommandInput } from '../../contract/commands.ts';
import { failed, succeeded } from '../../contract/failure.ts';
import { Secret } from '../../oxylabs/secret.ts';
import { updateAccount } from '../state.ts';
import type { ChannelLine } from './channel-lines.ts';
import type { openChannelList } from './channel-list.ts';
import type { ChannelParts } from './channel-parts.ts';
import { ChannelQueue } from './channel-queue.ts';
import { ChannelSender } from './channel-sender.ts';

type Parts = ChannelParts & {
  accountId: AccountId;
  list: ReturnType<typeof openChannelList>;
  fetch: typeof globalThis.fetch | null;
  loopback: boolean;
};

/** Holds the channels of an account that has some: changes them, and publishes how they are. */
export class AccountChannels {
  readonly #parts: Parts;
  readonly #queue: ChannelQueue;
  readonly #sender: ChannelSender;
  #stopped = false;

  constructor(parts: Parts) {
    const { accountId, files, clock, list, secrets, store, desktop } = parts;
    this.#parts = parts;
    this.#queue = new ChannelQueue(files.events, `${accountId}.jsonl`, clock.now);
    this.#sweep();
    this.#sender = new ChannelSender({
      ...parts,
      ...desktop,
      queue: this.#queue,
      channels: list.all,
      recall: (channel) => secrets.recall(this.#secretName(channel)),
      isOn: () => store.getState().online && store.getState().awake,
      locale: () => store.getState().environment.locale,
      onChange: () => this.#publish(),
    });
    this.look();
  }

  /** Applies events that were written already. */
  take(lines: readonly ChannelLine[]): void {
    this.#queue.take(lines);
    this.look();
  }

  look(): void {
    if (this.#stopped) return;
    this.#publish();
    this.#sender.look();
  }

  stop(): void {
    this.#stopped = true;
    this.#sender.stop();
  }

  async add({ address, choice }: CommandInput<'addChannel'>) {
    const { list, secrets, newId } = this.#parts;
    if (list.all().length >= mostChannels || !this.#mayUse(address))
      return failed({ kind: 'invalid-input' as const, problems: ['address'] });
    const channel: Channel = { ...choice, id: newId(), service: address.service, host: hostOf(address) };
    // First, so that no channel lacks its address.
    const lasts = await secrets.keep(this.#secretName(channel.id), new Secret(JSON.stringify(address)));
    if (this.#stopped) return failed({ kind: 'signed-out' as const });
    list.set([...list.all(), channel]);
    this.look();
    return succeeded({ channel: channel.id, lasts });
  }

  change({ channel, choice }: CommandInput<'changeChannel'>) {
    const { list } = this.#parts;
    list.set(list.all().map((each) => (each.id === channel ? { ...each, ...choice } : each)));
    this.look();
    return succeeded(null);
  }

  async test({ channel }: CommandInput<'testChannel'>) {
    const found = this.#parts.list.all().find(({ id }) => id === channel);
    if (found === undefined) return failed({ kind: 'not-found' as const });
    return succeeded(await this.#sender.test(found));
  }

  /** Removes a channel with its address and what waits for it. */
  remove({ channel }: CommandInput<'removeChannel'>) {
    const { list } = this.#parts;
    list.set(list.all().filter(({ id }) => id !== channel));
    this.#sweep();
    this.look();
    return succeeded(null);
  }

  #mayUse(address: ChannelAddress): boolean {
    return this.#parts.loopback || !('url' in address) || !isOnThisComputer(new URL(address.url));
  }

  #secretName(channel: string): string {
    return `${this.#parts.accountId}_${channel}`;
  }

  /** Erases what is left of channels that are gone, also after a kill. */
  #sweep(): void {
    const { list, secrets, accountId } = this.#parts;
    const ids = list.all().map(({ id }) => id);
    const names = new Set(ids.map((id) => this.#secretName(id)));
    secrets.sweep((name) => !name.startsWith(`${accountId}_`) || names.has(name));
    this.#queue.keepOnly(ids);
  }

  #publish(): void {
    if (this.#stopped) return;
    const { store, accountId, list } = this.#parts;
    updateAccount(store, accountId, { channels: list.all().map((each) => this.#viewOf(each)) });
  }

  #viewOf(channel: Channel): ChannelView {
    const state = this.#queue.state(channel.id);
    return {
      ...channel,
      sentAt: state?.sentAt ?? null,
      failingSince: state?.failingSince ?? null,
      answer: state?.answer ?? null,
      waiting: state?.waiting.length ?? 0,
      lost: state?.lost ?? 0,
      unclear: state?.unclear ?? 0,
    };
  }
}

import type { AccountId } from '../../contract/account.ts';
import type { Alert } from '../../contract/alert.ts';
import type { CommandHandlers } from '../../contract/commands.ts';
import { failed } from '../../contract/failure.ts';
import { currentAccountId } from '../state.ts';
import type { AccountChannels } from './account-channels.ts';
import { type ChannelEvent, eventFor, eventOfAlert } from './channel-event.ts';
import type { ChannelLine } from './channel-lines.ts';
import { openChannelList } from './channel-list.ts';
import type { ChannelParts } from './channel-parts.ts';

type Names = 'addChannel' | 'changeChannel' | 'testChannel' | 'removeChannel';
type Current = { accountId: AccountId; list: ReturnType<typeof openChannelList> };

/** Brings what happens in an account to the channels that its user set. Without one, nothing more of it is loaded. */
export function openChannels(parts: ChannelParts) {
  const { store, afterTurn, files } = parts;
  let current: Current | null = null;
  let loading: Promise<AccountChannels> | null = null;
  let loaded: AccountChannels | null = null;

  function follow(accountId: AccountId | null): void {
    stop();
    if (accountId === null) return;
    current = { accountId, list: openChannelList(files.channels, accountId) };
    if (current.list.all().length > 0) void load(current);
  }

  async function load(own: Current): Promise<AccountChannels> {
    loading ??= open(own);
    return loading;
  }

  async function open(own: Current): Promise<AccountChannels> {
    const [{ AccountChannels: Opened }, network] = await Promise.all([
      import('./account-channels.ts'),
      parts.network(() => store.getState().settings.ownEntry),
    ]);
    const opened = new Opened({ ...parts, ...own, ...network });
    // The account changed meanwhile.
    if (current !== own) opened.stop();
    else loaded = opened;
    return opened;
  }

  function stop(): void {
    loaded?.stop();
    current = null;
    loading = null;
    loaded = null;
  }

  function inUse(): Current | null {
    const accountId = currentAccountId(store.getState());
    if (accountId !== (current?.accountId ?? null)) follow(accountId);
    return current;
  }

  function tell(events: readonly ChannelEvent[]): void {
    const own = inUse();
    if (own === null || events.length === 0 || store.getState().environment.demo) return;
    const at = parts.clock.now();
    const lines = own.list.all().flatMap((channel) =>
      events.flatMap((each): ChannelLine[] => {
        const event = eventFor(channel, each);
        return event === null ? [] : [{ line: 'event', channel: channel.id, at, event }];
      }),
    );
    if (lines.length === 0) return;
    // Before anything is loaded: a kill loses none of them.
    files.events.append(
      `${own.accountId}.jsonl`,
      lines.map((line) => JSON.stringify(line)),
    );
    if (loaded === null) void load(own);
    else loaded.take(lines);
  }

  const withChannels = async <Result>(run: (channels: AccountChannels) => Promise<Result>) => {
    const own = inUse();
    return own === null ? failed({ kind: 'signed-out' as const }) : run(await load(own));
  };

  store.subscribe((state, before) => {
    if (currentAccountId(state) !== currentAccountId(before)) afterTurn(() => void inUse());
    else if (state.online !== before.online || state.awake !== before.awake) loaded?.look();
  });
  return {
    /** Brings what happened to the channels. It writes to the disk, and returns before anything is sent. */
    tell,
    /** Brings alerts to them, except about sub-users that are muted. */
    tellAlerts(alerts: readonly Alert[]): void {
      const { locale } = store.getState().environment;
      tell(alerts.filter(({ delivery }) => delivery !== 'muted').map((each) => eventOfAlert(each, locale)));
    },
    commands: {
      addChannel: (input) => withChannels((channels) => channels.add(input)),
      changeChannel: (input) => withChannels(async (channels) => channels.change(input)),
      testChannel: (input) => withChannels((channels) => channels.test(input)),
      removeChannel: (input) => withChannels(async (channels) => channels.remove(input)),
    } satisfies CommandHandlers<unknown, Names>,
    /** Erases all that is stored about an account's channels. */
    forget(accountId: AccountId): void {
      if (current?.accountId === accountId) stop();
      files.channels.sweep((name) => name !== `${accountId}.json`);
      files.events.remove(`${accountId}.jsonl`);
      parts.secrets.sweep((name) => !name.startsWith(`${accountId}_`));
    },
    stop,
  };
}

export type Channels = ReturnType<typeof openChannels>;

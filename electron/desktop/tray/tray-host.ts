import { Message, type MessageBus, MessageType, Variant } from '@jellybrick/dbus-next';
import { openSessionBus } from '../dbus/session-bus.ts';

const watcherName = 'org.kde.StatusNotifierWatcher';
const bus = {
  destination: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
};
/** A missing bus is tried again after this time, doubled with each try up to the most. */
const firstRetryMs = 5_000;
const longestRetryMs = 60_000;

/** Electron registers its icon within milliseconds, and never again where no host was there. */
const listedWithinMs = 1_000;
/** An older tray announces itself to windows only, so it is looked for this often while no other is there. */
const lookMs = 10_000;

export type TrayHostParts = {
  /** Called with whether a host shows tray icons, soon after the call and at each change. */
  onChange: (shown: boolean) => void;
  /** Called with each host that came after the icon was made and does not know it. */
  onNewHost: () => void;
  report: (what: string, error: unknown) => void;
  /** Returns whether a tray of the older kind (XEmbed) is there, to which Electron turns without a watcher. */
  hasOlderTray: () => Promise<boolean>;
};

/** For tests: another bus than the session's, and shorter times. */
export type TrayHostOptions = {
  busAddress?: string;
  retryMs?: readonly [first: number, longest: number];
  listedMs?: number;
  lookAgainMs?: number;
};

/**
 * Reports on Linux whether a host shows tray icons, because a Tray without a host fails silently. Other systems always show
 * them; without a session bus and an older tray, Linux does not.
 */
export function watchTrayHost(parts: TrayHostParts, options: TrayHostOptions = {}): void {
  if (process.platform === 'linux') new TrayHostWatch(parts, options).begin();
  else parts.onChange(true);
}

class TrayHostWatch {
  readonly #parts: TrayHostParts;
  readonly #options: TrayHostOptions;
  #shown: boolean | null = null;
  #watched = false;
  #losses = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(parts: TrayHostParts, options: TrayHostOptions) {
    this.#parts = parts;
    this.#options = options;
  }

  begin(): void {
    const connection = openSessionBus((error) => this.#lost(error), this.#options.busAddress);
    let heard = false;
    connection.on('message', ({ member, body }) => {
      const [name, , newOwner] = body as unknown[];
      if (member !== 'NameOwnerChanged' || name !== watcherName) return;
      heard = true;
      this.#setWatched(newOwner !== '', connection);
    });
    ask(connection).then(
      (watched) => {
        this.#losses = 0;
        // One read may hold the reply and a later change, which is handled first.
        if (!heard) this.#setWatched(watched, connection);
      },
      (error: unknown) => {
        this.#parts.report('session bus', error);
        this.#setWatched(false, connection);
      },
    );
  }

  #lost(error: unknown): void {
    const [first, longest] = this.#options.retryMs ?? [firstRetryMs, longestRetryMs];
    // Reported once for a series of tries.
    if (this.#losses === 0) this.#parts.report('session bus', error);
    this.#setWatched(false, null);
    setTimeout(() => this.begin(), Math.min(first * 2 ** this.#losses, longest)).unref();
    this.#losses += 1;
  }

  async #checkListed(connection: MessageBus): Promise<void> {
    // A host that does not say what it shows is believed.
    const isListed = await listsOurIcon(connection).catch(() => true);
    if (!isListed && this.#watched) this.#parts.onNewHost();
  }

  #setWatched(watched: boolean, connection: MessageBus | null): void {
    const isFirst = this.#shown === null;
    const isNew = watched && !this.#watched && !isFirst;
    const { listedMs = listedWithinMs } = this.#options;
    if (watched && isFirst && connection !== null)
      setTimeout(() => void this.#checkListed(connection), listedMs).unref();
    this.#watched = watched;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (isNew) this.#parts.onNewHost();
    if (watched) this.#setShown(true);
    else void this.#look();
  }

  async #look(): Promise<void> {
    const timer = this.#timer;
    const isOlderThere = await this.#parts.hasOlderTray();
    // A watcher came meanwhile, and perhaps left.
    if (this.#watched || timer !== this.#timer) return;
    if (isOlderThere && this.#shown === false) this.#parts.onNewHost();
    this.#setShown(isOlderThere);
    this.#timer = setTimeout(() => void this.#look(), this.#options.lookAgainMs ?? lookMs).unref();
  }

  #setShown(shown: boolean): void {
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#parts.onChange(shown);
  }
}

async function ask(connection: MessageBus): Promise<boolean> {
  const rule = `type='signal',sender='${bus.destination}',member='NameOwnerChanged',arg0='${watcherName}'`;
  await connection.call(message('AddMatch', rule));
  const reply = await connection.call(message('NameHasOwner', watcherName));
  return reply?.body[0] === true;
}

/** Returns whether the watcher lists an icon of this process, by the connection that each item belongs to. */
async function listsOurIcon(connection: MessageBus): Promise<boolean> {
  const reply = await connection.call(
    new Message({
      destination: watcherName,
      path: '/StatusNotifierWatcher',
      interface: 'org.freedesktop.DBus.Properties',
      type: MessageType.METHOD_CALL,
      member: 'Get',
      signature: 'ss',
      body: [watcherName, 'RegisteredStatusNotifierItems'],
    }),
  );
  const [property] = reply?.body ?? [];
  const items: unknown = property instanceof Variant ? property.value : null;
  if (!Array.isArray(items)) return true;
  for (const item of items) {
    const service = String(item).split('/', 1)[0] ?? '';
    const owner = await connection.call(message('GetConnectionUnixProcessID', service)).catch(() => null);
    if (owner?.body[0] === process.pid) return true;
  }
  return false;
}

function message(member: string, argument: string): Message {
  return new Message({ ...bus, type: MessageType.METHOD_CALL, member, signature: 's', body: [argument] });
}

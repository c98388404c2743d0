import { Message, type MessageBus, MessageType, sessionBus, Variant } from '@jellybrick/dbus-next';
import { within } from './within.ts';

const watcher = 'org.kde.StatusNotifierWatcher';
const itemInterface = 'org.kde.StatusNotifierItem';
const itemPath = '/StatusNotifierItem';
const properties = 'org.freedesktop.DBus.Properties';
const daemon = {
  destination: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
};

/** Shows tray icons like a desktop, and records when each app's icon appears and when its tooltip changes. */
export class TrayWatcher {
  readonly #bus: MessageBus;
  /** Called with the sender and the time (`performance.now()`) when an icon arrives or changes. */
  readonly #listeners = new Set<(sender: string, at: number) => void>();
  readonly #arrivedAt = new Map<string, number>();

  private constructor(bus: MessageBus) {
    this.#bus = bus;
  }

  static async start(): Promise<TrayWatcher> {
    const host = new TrayWatcher(sessionBus());
    host.#bus.addMethodHandler((message: Message) => host.#answer(message));
    host.#bus.on('message', ({ type, path, sender }: Message) => {
      if (type === MessageType.SIGNAL && path === itemPath) host.#noted(sender ?? '');
    });
    await host.#call(daemon, 'AddMatch', 's', [`type='signal',path='${itemPath}'`]);
    const [owner] = await host.#call(daemon, 'RequestName', 'su', [watcher, 4]);
    if (owner !== 1)
      throw new Error(`${watcher} is taken on this session bus: the bench needs a bus without one.`);
    return host;
  }

  stop(): void {
    this.#bus.disconnect();
  }

  /** Returns when the icon of a process arrived, by `performance.now()`. Call it before the process can have made one. */
  arrival(pid: number): Promise<number> {
    return this.#first(
      `the tray icon of process ${pid}`,
      async (sender) => (await this.#pidOf(sender)) === pid,
    );
  }

  /** Returns when the tooltip of a process matched, by `performance.now()`: the time of the change, not of its reading. */
  tooltip(pid: number, pattern: RegExp): Promise<number> {
    return this.#first(`a tooltip like ${pattern}`, async (sender) => {
      if ((await this.#pidOf(sender)) !== pid) return false;
      return pattern.test(await this.#tooltipOf(sender));
    });
  }

  /** Clicks the icon of a process with the left button. */
  async click(pid: number): Promise<void> {
    for (const sender of this.#arrivedAt.keys()) {
      if ((await this.#pidOf(sender)) !== pid) continue;
      const item = { destination: sender, path: itemPath, interface: itemInterface };
      await this.#call(item, 'Activate', 'ii', [0, 0]);
      return;
    }
    throw new Error(`Process ${pid} has no tray icon to click.`);
  }

  #first(what: string, fits: (sender: string) => Promise<boolean>): Promise<number> {
    let listener: (sender: string, at: number) => void = () => {};
    const found = new Promise<number>((done, fail) => {
      listener = (sender, at) => {
        fits(sender).then((fit) => fit && done(at), fail);
      };
      this.#listeners.add(listener);
      for (const [sender, at] of this.#arrivedAt) listener(sender, at);
    });
    return within(what, found).finally(() => this.#listeners.delete(listener));
  }

  #noted(sender: string): void {
    const at = performance.now();
    for (const listener of this.#listeners) listener(sender, at);
  }

  async #pidOf(sender: string): Promise<unknown> {
    // The sender may have left the bus.
    const [pid] = await this.#call(daemon, 'GetConnectionUnixProcessID', 's', [sender]).catch(() => [null]);
    return pid;
  }

  async #tooltipOf(sender: string): Promise<string> {
    const item = { destination: sender, path: itemPath, interface: properties };
    const [tooltip] = await this.#call(item, 'Get', 'ss', [itemInterface, 'ToolTip']);
    const [, , title, text] = (tooltip as Variant<unknown[]>).value;
    return String(title || text);
  }

  async #call(
    to: { destination: string; path: string; interface: string },
    member: string,
    signature: string,
    body: unknown[],
  ): Promise<unknown[]> {
    const message = new Message({ ...to, type: MessageType.METHOD_CALL, member, signature, body });
    const reply = await within(`the answer to ${member}`, this.#bus.call(message));
    return (reply?.body ?? []) as unknown[];
  }

  #answer(message: Message): boolean {
    if (message.member === 'RegisterStatusNotifierItem') {
      const sender = message.sender ?? '';
      this.#arrivedAt.set(sender, performance.now());
      this.#bus.send(Message.newMethodReturn(message));
      this.#noted(sender);
      return true;
    }
    if (message.interface !== properties) return false;
    const hosted = { IsStatusNotifierHostRegistered: new Variant('b', true) };
    this.#bus.send(
      message.member === 'GetAll'
        ? Message.newMethodReturn(message, 'a{sv}', [hosted])
        : Message.newMethodReturn(message, 'v', [hosted.IsStatusNotifierHostRegistered]),
    );
    return true;
  }
}

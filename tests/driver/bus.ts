import { Message, type MessageBus, MessageType, sessionBus, Variant } from '@jellybrick/dbus-next';

export type Address = { destination: string; path: string; interface: string };

const daemon: Address = {
  destination: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
};

/**
 * Sends and answers plain messages on a session bus. A D-Bus library's proxies do not work, since Electron's tray item has
 * no introspection.
 */
export class Bus {
  readonly #bus: MessageBus;
  readonly #names: string[] = [];

  /** Connects to the session's own bus if no address is given. */
  constructor(busAddress?: string) {
    this.#bus = busAddress === undefined ? sessionBus() : sessionBus({ busAddress });
  }

  /** Takes a well-known name, so that the app finds this connection by it. */
  async own(name: string): Promise<void> {
    const doNotQueue = 4;
    const reply = await this.call(daemon, 'RequestName', 'su', [name, doNotQueue]);
    const primaryOwner = 1;
    if (reply[0] !== primaryOwner) throw new Error(`${name} is taken on this bus.`);
    this.#names.push(name);
  }

  async call(to: Address, member: string, signature = '', body: unknown[] = []): Promise<unknown[]> {
    const reply = await this.#bus.call(
      new Message({ ...to, type: MessageType.METHOD_CALL, member, signature, body }),
    );
    return (reply?.body ?? []) as unknown[];
  }

  /** Answers the calls at a path with a value, an error or silence. Null leaves the call to other handlers. */
  serve(path: string, answer: (call: Call) => Answer | Refusal | 'silence' | null): void {
    this.serveAll((call) => (call.path === path ? answer(call) : null));
  }

  /** Does the same for every path. */
  serveAll(answer: (call: Call) => Answer | Refusal | 'silence' | null): void {
    this.#bus.addMethodHandler((message: Message) => {
      const { path, interface: name, member, sender, body } = message;
      const given = answer({
        path: path ?? '',
        interface: name ?? '',
        member: member ?? '',
        sender: sender ?? '',
        body: body as unknown[],
      });
      if (given === null) return false;
      if (given === 'silence') return true;
      this.#bus.send(
        'error' in given
          ? Message.newError(message, given.error, given.text)
          : Message.newMethodReturn(message, given.signature, given.body),
      );
      return true;
    });
  }

  /** Receives every call and answers none, like a service that waits for its user. */
  staySilent(): void {
    this.serveAll(() => 'silence');
  }

  /** Drops the connection, like a service that crashes. */
  die(): void {
    this.#names.length = 0;
    this.#bus.disconnect();
  }

  signal(path: string, name: string, member: string, signature: string, body: unknown[]): void {
    this.#bus.send(Message.newSignal(path, name, member, signature, body));
  }

  /** Calls back with each connection that leaves the bus, by its unique name. */
  async watchLeaving(left: (name: string) => void): Promise<void> {
    this.#bus.on('message', ({ type, member, body }: Message) => {
      const [name, , newOwner] = body as unknown[];
      if (type === MessageType.SIGNAL && member === 'NameOwnerChanged' && newOwner === '') left(String(name));
    });
    const rule = `type='signal',sender='${daemon.destination}',member='NameOwnerChanged',arg2=''`;
    await this.call(daemon, 'AddMatch', 's', [rule]);
  }

  /** Calls back with each signal of an interface, with its values unwrapped. */
  async watchSignals(name: string, heard: (member: string, body: unknown) => void): Promise<void> {
    this.#bus.on('message', (message: Message) => {
      if (message.type === MessageType.SIGNAL && message.interface === name)
        heard(message.member ?? '', plain(message.body));
    });
    await this.call(daemon, 'AddMatch', 's', [`type='signal',interface='${name}'`]);
  }

  /** Releases the names. */
  async disown(): Promise<void> {
    for (const name of this.#names.splice(0)) await this.call(daemon, 'ReleaseName', 's', [name]);
  }

  /** Releases the names and disconnects. */
  async close(): Promise<void> {
    await this.disown();
    this.#bus.disconnect();
  }
}

export type Call = { path: string; interface: string; member: string; sender: string; body: unknown[] };
export type Answer = { signature: string; body: unknown[] };
/** Describes an error: its name, such as `org.freedesktop.DBus.Error.Failed`, and its text. */
export type Refusal = { error: string; text: string };

/** Unwraps variants, at any depth. */
export function plain(value: unknown): unknown {
  if (value instanceof Variant) return plain(value.value);
  if (Array.isArray(value)) return value.map(plain);
  if (Buffer.isBuffer(value) || typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}

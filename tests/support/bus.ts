import { Message, type MessageBus, MessageType, sessionBus, Variant } from '@jellybrick/dbus-next';

export type Address = { destination: string; path: string; interface: string };

const daemon: Address = {
  destination: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
};

/** A connection to the session bus that sends and answers plain messages: Electron's tray item has no introspection. */
export class Bus {
  readonly #bus: MessageBus;
  readonly #names: string[] = [];

  /** On the session's own bus where no address is given. */
  constructor(busAddress?: string) {
    this.#bus = busAddress === undefined ? sessionBus() : sessionBus({ busAddress });
  }

  /** Takes a well-known name, so that the app finds us under it. */
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

  /** Answers the calls at a path: each gets an answer, an error, nothing at all, or null for "not mine". */
  serve(path: string, answer: (call: Call) => Answer | Refusal | 'silence' | null): void {
    this.serveAll((call) => (call.path === path ? answer(call) : null));
  }

  /** The same whatever the path. */
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

  /** Takes every call and answers none, as a service does that waits for a person. */
  staySilent(): void {
    this.serveAll(() => 'silence');
  }

  /** Leaves without a word, as a service does that crashes. */
  die(): void {
    this.#names.length = 0;
    this.#bus.disconnect();
  }

  signal(path: string, name: string, member: string, signature: string, body: unknown[]): void {
    this.#bus.send(Message.newSignal(path, name, member, signature, body));
  }

  /** Gives the names back. */
  async disown(): Promise<void> {
    for (const name of this.#names.splice(0)) await this.call(daemon, 'ReleaseName', 's', [name]);
  }

  /** Gives the names back and leaves. */
  async close(): Promise<void> {
    await this.disown();
    this.#bus.disconnect();
  }
}

export type Call = { path: string; interface: string; member: string; sender: string; body: unknown[] };
export type Answer = { signature: string; body: unknown[] };
/** An error's name, such as `org.freedesktop.DBus.Error.Failed`, and its text. */
export type Refusal = { error: string; text: string };

/** Takes the variants off, all the way down. */
export function plain(value: unknown): unknown {
  if (value instanceof Variant) return plain(value.value);
  if (Array.isArray(value)) return value.map(plain);
  if (Buffer.isBuffer(value) || typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}

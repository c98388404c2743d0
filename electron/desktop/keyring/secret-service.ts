import { Message, type MessageBus, MessageType, Variant } from '@jellybrick/dbus-next';
import { openSessionBus } from '../dbus/session-bus.ts';

type Receiver = { path: string; interface: string };

const root = '/org/freedesktop/secrets';
const service: Receiver = { path: root, interface: 'org.freedesktop.Secret.Service' };
const defaultCollection: Receiver = {
  path: `${root}/aliases/default`,
  interface: 'org.freedesktop.Secret.Collection',
};
/** The path that means "none". */
const noObject = '/';

/** The attributes under which Chromium stores safeStorage's key (measured on Electron 33). */
const keyOf = (application: string) => ({
  application,
  'xdg:schema': 'chrome_libsecret_os_crypt_password_v2',
});

/** The entry, not secret, that Chromium writes into the default collection before it reads the key (measured, as above). */
const note = {
  'org.freedesktop.Secret.Item.Label': new Variant('s', 'Chrome Safe Storage Control'),
  'org.freedesktop.Secret.Item.Attributes': new Variant('a{ss}', {
    'xdg:schema': '_chrome_dummy_schema_for_unlocking',
    explanation:
      'Because of quirks in the gnome libsecret API, Chrome needs to store a dummy entry to guarantee that this keyring was properly unlocked. More details at http://crbug.com/660005.',
  }),
};
const noteText = Buffer.from('The meaning of life');

export type SecretServiceOptions = {
  /** The name under which Chromium stores the key. */
  application: string;
  limitMs: number;
  /** For tests: another bus than the session's, and another timer. It returns what cancels it. */
  busAddress?: string;
  after?: (delayMs: number, run: () => void) => () => void;
};

/**
 * Returns whether the Secret Service holds the key of `application` and does what Chromium asks of it without a prompt.
 * Returns false if it is locked, has no such key, refuses, is absent, or does not answer within `limitMs`.
 */
export async function holdsOpenKey({
  application,
  limitMs,
  busAddress,
  after = runAfter,
}: SecretServiceOptions): Promise<boolean> {
  let end: () => void = () => {};
  const ended = new Promise<false>((done) => {
    end = () => done(false);
  });
  const cancel = after(limitMs, () => end());
  const bus = openSessionBus(end, busAddress);
  try {
    return await Promise.race([ask(bus, application), ended]);
  } catch {
    return false;
  } finally {
    cancel();
    bus.disconnect();
  }
}

function runAfter(delayMs: number, run: () => void): () => void {
  const timer = setTimeout(run, delayMs);
  return () => clearTimeout(timer);
}

async function ask(bus: MessageBus, application: string): Promise<boolean> {
  const [[open, locked], [collection], [, session]] = await Promise.all([
    call(bus, service, 'SearchItems', 'a{ss}', [keyOf(application)]),
    call(bus, service, 'ReadAlias', 's', ['default']),
    call(bus, service, 'OpenSession', 'sv', ['plain', new Variant('s', '')]),
  ]);
  if (!isFilled(open) || isFilled(locked)) return false;
  if (typeof collection !== 'string' || collection === noObject) return false;
  const properties = { path: collection, interface: 'org.freedesktop.DBus.Properties' };
  const [isLocked] = await call(bus, properties, 'Get', 'ss', [defaultCollection.interface, 'Locked']);
  if (!(isLocked instanceof Variant) || isLocked.value !== false) return false;
  const secret = [session, Buffer.alloc(0), noteText, 'text/plain'];
  const replace = true;
  const written = await call(bus, defaultCollection, 'CreateItem', 'a{sv}(oayays)b', [note, secret, replace]);
  const [, prompt] = written;
  return prompt === noObject;
}

function isFilled(paths: unknown): boolean {
  return Array.isArray(paths) && paths.length > 0;
}

async function call(
  bus: MessageBus,
  to: Receiver,
  member: string,
  signature: string,
  body: unknown[],
): Promise<unknown[]> {
  const message = { ...to, destination: 'org.freedesktop.secrets', member, signature, body };
  const reply = await bus.call(new Message({ ...message, type: MessageType.METHOD_CALL }));
  return reply?.body ?? [];
}

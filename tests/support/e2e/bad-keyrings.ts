import { Variant } from '@jellybrick/dbus-next';
import { type Answer, Bus, type Refusal } from '../../driver/bus.ts';

const service = 'org.freedesktop.secrets';
const root = '/org/freedesktop/secrets';
/** What a prompt would have returned if it were not cancelled; libsecret checks its type even then. */
const prompts: Record<string, Variant> = {
  [`${root}/prompt/unlock`]: new Variant('ao', []),
  [`${root}/prompt/create`]: new Variant('o', '/'),
};

/** Holds a faulty Secret Service on its own bus, and the calls that it received. */
export type BadKeyring = { bus: Bus; asked: string[] };

const refusal = (name: string): Refusal => ({ error: `org.freedesktop.DBus.Error.${name}`, text: 'No' });

async function named(address: string): Promise<BadKeyring> {
  const bus = new Bus(address);
  await bus.own(service);
  return { bus, asked: [] };
}

/** Answers every call with an error. */
export async function refusingKeyring(address: string): Promise<BadKeyring> {
  const keyring = await named(address);
  keyring.bus.serveAll(({ member }) => {
    keyring.asked.push(member);
    return refusal('AccessDenied');
  });
  return keyring;
}

/** Leaves the bus at the first call. */
export async function dyingKeyring(address: string): Promise<BadKeyring> {
  const keyring = await named(address);
  keyring.bus.serveAll(({ member }) => {
    keyring.asked.push(member);
    keyring.bus.die();
    return 'silence';
  });
  return keyring;
}

const collection: Record<string, Variant> = {
  Label: new Variant('s', 'Login'),
  Locked: new Variant('b', true),
  Items: new Variant('ao', []),
};

/** Asks the user before anything is written, and the user always cancels. */
export async function cancelledKeyring(address: string): Promise<BadKeyring> {
  const keyring = await named(address);
  keyring.bus.serveAll(({ path, member, body }) => {
    keyring.asked.push(member);
    switch (member) {
      case 'OpenSession':
        // Only plain sessions are supported: libsecret asks for encryption first, and accepts a refusal.
        if (body[0] !== 'plain') return refusal('NotSupported');
        return { signature: 'vo', body: [new Variant('s', ''), `${root}/session/s1`] };
      case 'Get':
        return { signature: 'v', body: [collection[String(body[1])] ?? new Variant('b', true)] };
      case 'GetAll':
        return { signature: 'a{sv}', body: [collection] };
      case 'ReadAlias':
        return { signature: 'o', body: [`${root}/collection/login`] };
      case 'SearchItems':
        return { signature: 'aoao', body: [[], []] };
      case 'CreateItem':
        return { signature: 'oo', body: ['/', `${root}/prompt/create`] };
      case 'Unlock':
        return { signature: 'aoo', body: [[], `${root}/prompt/unlock`] };
      case 'Prompt':
        setImmediate(() => cancel(keyring.bus, path));
        return { signature: '', body: [] };
      default:
        return refusal('UnknownMethod');
    }
  });
  return keyring;
}

function cancel(bus: Bus, path: string): void {
  const dismissed = true;
  const result = prompts[path] ?? new Variant('s', '');
  bus.signal(path, 'org.freedesktop.Secret.Prompt', 'Completed', 'bv', [dismissed, result]);
}

/** Says what a keyring does once a second program calls it. */
export type Turn = 'stays-good' | 'dies' | 'falls-silent';

/**
 * Serves an unlocked keyring that holds Chromium's key and stores what it is given, until a second program calls it. Each
 * `change` replaces the answer to one call.
 */
export async function openKeyring(
  address: string,
  turn: Turn,
  change: Record<string, Answer | Refusal | 'silence'> = {},
): Promise<BadKeyring> {
  const keyring = await named(address);
  let first: string | null = null;
  keyring.bus.serveAll(({ member, sender }) => {
    keyring.asked.push(member);
    first ??= sender;
    if (sender !== first && turn === 'dies') keyring.bus.die();
    if (sender !== first && turn !== 'stays-good') return 'silence';
    return change[member] ?? openAnswers[member] ?? refusal('UnknownMethod');
  });
  return keyring;
}

const openAnswers: Record<string, Answer> = {
  OpenSession: { signature: 'vo', body: [new Variant('s', ''), `${root}/session/s1`] },
  ReadAlias: { signature: 'o', body: [`${root}/collection/login`] },
  SearchItems: { signature: 'aoao', body: [[`${root}/collection/login/1`], []] },
  Get: { signature: 'v', body: [new Variant('b', false)] },
  CreateItem: { signature: 'oo', body: [`${root}/collection/login/2`, '/'] },
};

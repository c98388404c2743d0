import { Variant } from '@jellybrick/dbus-next';
import { Bus, type Refusal } from './bus.ts';

const service = 'org.freedesktop.secrets';
const root = '/org/freedesktop/secrets';
/** What a prompt would have given, had it not been cancelled; libsecret looks at its type all the same. */
const prompts: Record<string, Variant> = {
  [`${root}/prompt/unlock`]: new Variant('ao', []),
  [`${root}/prompt/create`]: new Variant('o', '/'),
};

/** A Secret Service of which nothing good comes, on a bus of its own, and what it was asked. */
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

/** Is gone at the first call. */
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

/** Asks the person before anything is written, who always cancels. */
export async function cancelledKeyring(address: string): Promise<BadKeyring> {
  const keyring = await named(address);
  keyring.bus.serveAll(({ path, member, body }) => {
    keyring.asked.push(member);
    switch (member) {
      case 'OpenSession':
        // Without encryption on the way: libsecret asks for it first and takes a no.
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

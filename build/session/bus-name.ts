import { Message, MessageType, sessionBus } from '@jellybrick/dbus-next';

const bus = {
  destination: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
};

/** Waits until a name has an owner on the bus at an address. */
export async function serviceAppears(name: string, busAddress: string): Promise<void> {
  const connection = sessionBus({ busAddress });
  const ask = (member: string, argument: string) =>
    connection.call(
      new Message({ ...bus, type: MessageType.METHOD_CALL, member, signature: 's', body: [argument] }),
    );
  try {
    const appears = new Promise<void>((done) => {
      connection.on('message', ({ member, body }: Message) => {
        if (member === 'NameOwnerChanged' && body[0] === name) done();
      });
    });
    await ask(
      'AddMatch',
      `type='signal',sender='${bus.destination}',member='NameOwnerChanged',arg0='${name}'`,
    );
    const reply = await ask('NameHasOwner', name);
    if (reply?.body[0] !== true) await appears;
  } finally {
    connection.disconnect();
  }
}

import { Message, type MessageBus, MessageType, sessionBus } from '@jellybrick/dbus-next';

const watcherName = 'org.kde.StatusNotifierWatcher';
const bus = {
  destination: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
};

/**
 * Tells on Linux whether somebody shows tray icons, now and whenever it changes: a Tray is made there without any sign
 * of failure where nobody does. Elsewhere the system always does. The first answer comes soon after the call.
 */
export function watchTrayHost(
  onChange: (shown: boolean) => void,
  report: (what: string, error: unknown) => void,
): void {
  if (process.platform !== 'linux') {
    onChange(true);
    return;
  }
  if (!process.env.DBUS_SESSION_BUS_ADDRESS) {
    onChange(false);
    return;
  }
  const connection = sessionBus();
  // Its types leave the error out, and without a listener Node would end the process.
  (connection as NodeJS.EventEmitter).on('error', (error: unknown) => {
    report('session bus', error);
    onChange(false);
  });
  connection.on('message', (message) => {
    const [name, , newOwner] = message.body as unknown[];
    if (message.member === 'NameOwnerChanged' && name === watcherName) onChange(newOwner !== '');
  });
  ask(connection).then(onChange, (error: unknown) => {
    report('session bus', error);
    onChange(false);
  });
}

async function ask(connection: MessageBus): Promise<boolean> {
  const rule = `type='signal',sender='${bus.destination}',member='NameOwnerChanged',arg0='${watcherName}'`;
  await connection.call(message('AddMatch', rule));
  const reply = await connection.call(message('NameHasOwner', watcherName));
  return reply?.body[0] === true;
}

function message(member: string, argument: string): Message {
  return new Message({ ...bus, type: MessageType.METHOD_CALL, member, signature: 's', body: [argument] });
}

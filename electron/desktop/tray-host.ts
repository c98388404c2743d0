import { Message, type MessageBus, MessageType } from '@jellybrick/dbus-next';
import { openSessionBus } from './session-bus.ts';

const watcherName = 'org.kde.StatusNotifierWatcher';
const bus = {
  destination: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
};
/** A bus that is not there, or went, is looked for again: after so long, twice as long each time, up to the most. */
const firstRetryMs = 5_000;
const longestRetryMs = 60_000;

/** For tests: another bus than the session's, and a shorter patience. */
export type TrayHostOptions = { busAddress?: string; retryMs?: number };

/**
 * Tells on Linux whether somebody shows tray icons, now and whenever it changes: a Tray is made there without any sign
 * of failure where nobody does. Elsewhere the system always does. The first answer comes soon after the call. Without a
 * session bus nobody does, until there is one.
 */
export function watchTrayHost(
  onChange: (shown: boolean) => void,
  report: (what: string, error: unknown) => void,
  { busAddress, retryMs = firstRetryMs }: TrayHostOptions = {},
): void {
  let known: boolean | null = null;
  let losses = 0;
  if (process.platform === 'linux') connect();
  else tell(true);

  function tell(shown: boolean): void {
    if (shown === known) return;
    known = shown;
    onChange(shown);
  }

  function connect(): void {
    const connection = openSessionBus(lost, busAddress);
    connection.on('message', ({ member, body }) => {
      const [name, , newOwner] = body as unknown[];
      if (member === 'NameOwnerChanged' && name === watcherName) tell(newOwner !== '');
    });
    ask(connection).then(
      (shown) => {
        losses = 0;
        tell(shown);
      },
      (error: unknown) => {
        report('session bus', error);
        tell(false);
      },
    );
  }

  function lost(error: unknown): void {
    // Once for all the tries in a row.
    if (losses === 0) report('session bus', error);
    tell(false);
    setTimeout(connect, Math.min(retryMs * 2 ** losses, longestRetryMs)).unref();
    losses += 1;
  }
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

import { Message, type MessageBus, MessageType } from '@jellybrick/dbus-next';
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

/** For tests: another bus than the session's, and shorter retries. */
export type TrayHostOptions = { busAddress?: string; retryMs?: number };

/**
 * Reports on Linux whether a host shows tray icons, soon after the call and at each change, because a Tray without a host
 * fails silently. Other systems always show them; without a session bus, Linux does not.
 */
export function watchTrayHost(
  onChange: (shown: boolean) => void,
  report: (what: string, error: unknown) => void,
  { busAddress, retryMs = firstRetryMs }: TrayHostOptions = {},
): void {
  let known: boolean | null = null;
  let losses = 0;
  if (process.platform === 'linux') connect();
  else setShown(true);

  function setShown(shown: boolean): void {
    if (shown === known) return;
    known = shown;
    onChange(shown);
  }

  function connect(): void {
    const connection = openSessionBus(lost, busAddress);
    connection.on('message', ({ member, body }) => {
      const [name, , newOwner] = body as unknown[];
      if (member === 'NameOwnerChanged' && name === watcherName) setShown(newOwner !== '');
    });
    ask(connection).then(
      (shown) => {
        losses = 0;
        setShown(shown);
      },
      (error: unknown) => {
        report('session bus', error);
        setShown(false);
      },
    );
  }

  function lost(error: unknown): void {
    // Reported once for a series of tries.
    if (losses === 0) report('session bus', error);
    setShown(false);
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

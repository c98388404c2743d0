import { Message, type MessageBus, MessageType, Variant } from '@jellybrick/dbus-next';
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

/** Electron registers its icon within milliseconds, and never again where no host was there. */
const listedWithinMs = 1_000;

export type TrayHostParts = {
  /** Called with whether a host shows tray icons, soon after the call and at each change. */
  onChange: (shown: boolean) => void;
  /** Called if the first host does not know an icon of this process: it came after the icon was made. */
  onUnlisted: () => void;
  report: (what: string, error: unknown) => void;
};

/** For tests: another bus than the session's, and shorter times. */
export type TrayHostOptions = {
  busAddress?: string;
  retryMs?: readonly [first: number, longest: number];
  listedMs?: number;
};

/**
 * Reports on Linux whether a host shows tray icons, because a Tray without a host fails silently. Other systems always show
 * them; without a session bus, Linux does not.
 */
export function watchTrayHost(
  { onChange, onUnlisted, report }: TrayHostParts,
  { busAddress, retryMs = [firstRetryMs, longestRetryMs], listedMs = listedWithinMs }: TrayHostOptions = {},
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
        if (shown && known === null) setTimeout(() => void checkListed(connection), listedMs).unref();
        setShown(shown);
      },
      (error: unknown) => {
        report('session bus', error);
        setShown(false);
      },
    );
  }

  async function checkListed(connection: MessageBus): Promise<void> {
    // A host that does not say what it shows is believed.
    const isListed = await listsOurIcon(connection).catch(() => true);
    if (!isListed && known === true) onUnlisted();
  }

  function lost(error: unknown): void {
    // Reported once for a series of tries.
    if (losses === 0) report('session bus', error);
    setShown(false);
    setTimeout(connect, Math.min(retryMs[0] * 2 ** losses, retryMs[1])).unref();
    losses += 1;
  }
}

async function ask(connection: MessageBus): Promise<boolean> {
  const rule = `type='signal',sender='${bus.destination}',member='NameOwnerChanged',arg0='${watcherName}'`;
  await connection.call(message('AddMatch', rule));
  const reply = await connection.call(message('NameHasOwner', watcherName));
  return reply?.body[0] === true;
}

/** Returns whether the watcher lists an icon of this process, by the connection that each item belongs to. */
async function listsOurIcon(connection: MessageBus): Promise<boolean> {
  const reply = await connection.call(
    new Message({
      destination: watcherName,
      path: '/StatusNotifierWatcher',
      interface: 'org.freedesktop.DBus.Properties',
      type: MessageType.METHOD_CALL,
      member: 'Get',
      signature: 'ss',
      body: [watcherName, 'RegisteredStatusNotifierItems'],
    }),
  );
  const [property] = reply?.body ?? [];
  const items: unknown = property instanceof Variant ? property.value : null;
  if (!Array.isArray(items)) return true;
  for (const item of items) {
    const service = String(item).split('/', 1)[0] ?? '';
    const owner = await connection.call(message('GetConnectionUnixProcessID', service)).catch(() => null);
    if (owner?.body[0] === process.pid) return true;
  }
  return false;
}

function message(member: string, argument: string): Message {
  return new Message({ ...bus, type: MessageType.METHOD_CALL, member, signature: 's', body: [argument] });
}

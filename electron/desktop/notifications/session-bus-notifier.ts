import { Message, type MessageBus, MessageType, Variant } from '@jellybrick/dbus-next';
import type {
  NotificationAction,
  NotificationContent,
  NotificationOutcome,
  ShowNotification,
} from '../../contract/notification.ts';
import { say } from '../../text/say.ts';
import { openSessionBus } from '../dbus/session-bus.ts';
import { drawAppGauge, straightRgba } from '../tray/app-gauge.ts';

const service = {
  destination: 'org.freedesktop.Notifications',
  path: '/org/freedesktop/Notifications',
  interface: 'org.freedesktop.Notifications',
};
const busDaemon = {
  destination: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
};
/** A daemon that the bus has to start first takes a moment. */
const patienceMs = 10_000;
/** A notification that was never closed can be clicked until this many newer ones were shown. */
const mostOpen = 200;

/** Large enough for a daemon that shows it on a dense screen. */
const iconSide = 64;

const buttons = ['raise', 'mute', 'brake', 'put-back'] as const satisfies NotificationAction[];

class Unanswered extends Error {}

/** `gone` rejects when the connection is lost. */
type Connection = { bus: MessageBus; gone: Promise<never> };

/**
 * Shows notifications on Linux through the desktop's service. Electron's Notification blocks the main process on that
 * service, for minutes if it does not answer, and has no buttons.
 */
export function sessionBusNotifier(report: (what: string, error: unknown) => void): ShowNotification {
  let connection: Connection | null = null;
  const open = new Map<number, (action: NotificationAction) => void>();

  function connected(): Connection {
    if (connection !== null) return connection;
    let fail: (error: unknown) => void = () => {};
    const gone = new Promise<never>((_never, reject) => {
      fail = reject;
    });
    // Pending calls race with it. Without a handler, an idle connection's loss would be an unhandled rejection.
    gone.catch(() => {});
    const bus = openSessionBus((error) => {
      fail(error);
      disconnect(opened);
    });
    const opened: Connection = { bus, gone };
    connection = opened;
    // One read may hold both the reply that names a notification and the click on it. The reply has to be handled first.
    bus.on('message', (message) => setImmediate(() => onSignal(message)));
    // Not awaited: a service that answers at all passes its signals on.
    bus
      .call(message(busDaemon, 'AddMatch', 's', [`type='signal',interface='${service.interface}'`]))
      .catch(() => {});
    return opened;
  }

  function disconnect(gone: Connection): void {
    if (connection !== gone) return;
    connection = null;
    open.clear();
    gone.bus.disconnect();
  }

  function onSignal({ type, interface: from, member, body }: Message): void {
    if (type !== MessageType.SIGNAL || from !== service.interface) return;
    const [id, what] = body as unknown[];
    if (typeof id !== 'number') return;
    if (member === 'NotificationClosed') open.delete(id);
    const action = member === 'ActionInvoked' ? actionOf(what) : null;
    if (action !== null) open.get(id)?.(action);
  }

  async function ask(
    { bus, gone }: Connection,
    member: string,
    signature = '',
    body: unknown[] = [],
  ): Promise<unknown> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_done, fail) => {
      timer = setTimeout(() => fail(new Unanswered()), patienceMs);
    });
    try {
      const reply = await Promise.race([bus.call(message(service, member, signature, body)), gone, late]);
      return (reply?.body as unknown[] | undefined)?.[0];
    } finally {
      clearTimeout(timer);
    }
  }

  return async (notification, onAction): Promise<NotificationOutcome> => {
    const on = connected();
    try {
      const features = await ask(on, 'GetCapabilities');
      const id = await ask(
        on,
        'Notify',
        'susssasa{sv}i',
        notifyBody(notification, Array.isArray(features) ? features : []),
      );
      if (typeof id !== 'number') return 'failed';
      open.set(id, onAction);
      for (const oldest of open.keys()) if (open.size > mostOpen) open.delete(oldest);
      return 'shown';
    } catch (error) {
      if (!(error instanceof Unanswered)) {
        report('notification', error);
        return 'failed';
      }
      // The call stays unanswered on this connection, so the next notification opens a new one.
      disconnect(on);
      return 'unanswered';
    }
  };
}

/** Returns the arguments of Notify. The title is always plain text; the body is markup if the service says so. */
function notifyBody(
  { title, body, silent, buttons }: NotificationContent,
  features: readonly unknown[],
): unknown[] {
  const actions = features.includes('actions')
    ? [
        'default',
        say('notification.open'),
        ...buttons.flatMap((button) => [button, say(`notification.button.${button}`)]),
      ]
    : [];
  const hints = {
    urgency: new Variant('y', 1),
    category: new Variant('s', 'network'),
    'desktop-entry': new Variant('s', 'oxygauge'),
    // Daemons find the entry's icon only where a package installed it.
    'image-data': new Variant('(iiibiiay)', iconData()),
    ...(silent && { 'suppress-sound': new Variant('b', true) }),
  };
  const text = features.includes('body-markup') ? escaped(body) : body;
  return ['Oxygauge', 0, '', title, text, actions, hints, -1];
}

/** Returns the icon as the service reads it: width, height, bytes a row, alpha, bits a sample, channels, pixels. */
function iconData(): unknown[] {
  return [iconSide, iconSide, iconSide * 4, true, 8, 4, straightRgba(drawAppGauge(iconSide))];
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function actionOf(key: unknown): NotificationAction | null {
  if (key === 'default') return 'open';
  return buttons.find((each) => each === key) ?? null;
}

function message(to: typeof service, member: string, signature: string, body: unknown[]): Message {
  return new Message({ ...to, type: MessageType.METHOD_CALL, member, signature, body });
}

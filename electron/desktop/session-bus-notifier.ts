import { Message, type MessageBus, MessageType, Variant } from '@jellybrick/dbus-next';
import type { Notice, NoticeAction, NoticeOutcome, ShowNotice } from '../contract/notice.ts';
import { buttonNames } from '../contract/notice.ts';
import { openSessionBus } from './session-bus.ts';

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
/** A daemon that the bus has to start first needs a moment. */
const patienceMs = 10_000;
/** A notification that nobody closed may be clicked for as long as these are newer. */
const mostOpen = 200;

class Unanswered extends Error {}

/** `gone` is rejected when the connection is lost. */
type Connection = { bus: MessageBus; gone: Promise<never> };

/**
 * Notifications on Linux, by the desktop's own service. Electron's Notification asks that service and waits in the main process:
 * one that does not answer stops the app for minutes, and it knows no buttons there.
 */
export function sessionBusNotifier(report: (what: string, error: unknown) => void): ShowNotice {
  let connection: Connection | null = null;
  const open = new Map<number, (action: NoticeAction) => void>();

  function connected(): Connection {
    if (connection !== null) return connection;
    let fail: (error: unknown) => void = () => {};
    const gone = new Promise<never>((_never, reject) => {
      fail = reject;
    });
    // Whoever waits for an answer hears of it; most of the time nobody does.
    gone.catch(() => {});
    const bus = openSessionBus((error) => {
      fail(error);
      letGo(opened);
    });
    const opened: Connection = { bus, gone };
    connection = opened;
    // The answer that names a notification may be in the same read as the click on it, and is taken in first.
    bus.on('message', (message) => setImmediate(() => heard(message)));
    // Nobody waits for it: a service that answers at all lets its signals through.
    bus
      .call(message(busDaemon, 'AddMatch', 's', [`type='signal',interface='${service.interface}'`]))
      .catch(() => {});
    return opened;
  }

  function letGo(gone: Connection): void {
    if (connection !== gone) return;
    connection = null;
    open.clear();
    gone.bus.disconnect();
  }

  function heard({ type, interface: from, member, body }: Message): void {
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

  return async (notice, onAction): Promise<NoticeOutcome> => {
    const on = connected();
    try {
      const features = await ask(on, 'GetCapabilities');
      const id = await ask(
        on,
        'Notify',
        'susssasa{sv}i',
        notifyBody(notice, Array.isArray(features) ? features : []),
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
      // What was asked stays unanswered on this connection; the next one begins anew.
      letGo(on);
      return 'unanswered';
    }
  };
}

/** The arguments of Notify. The title is plain text everywhere; the body is markup where the service says so. */
function notifyBody({ title, body, silent, buttons }: Notice, features: readonly unknown[]): unknown[] {
  const actions = features.includes('actions')
    ? ['default', 'Open', ...buttons.flatMap((button) => [button, buttonNames[button]])]
    : [];
  const hints = {
    urgency: new Variant('y', 1),
    'desktop-entry': new Variant('s', 'oxygauge'),
    ...(silent && { 'suppress-sound': new Variant('b', true) }),
  };
  const text = features.includes('body-markup') ? escaped(body) : body;
  return ['Oxygauge', 0, '', title, text, actions, hints, -1];
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function actionOf(key: unknown): NoticeAction | null {
  if (key === 'default') return 'open';
  return key === 'raise' || key === 'mute' ? key : null;
}

function message(to: typeof service, member: string, signature: string, body: unknown[]): Message {
  return new Message({ ...to, type: MessageType.METHOD_CALL, member, signature, body });
}

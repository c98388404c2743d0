import { z } from 'zod';
import { type Answer, Bus, type Call, plain, type Refusal } from './bus.ts';
import { until } from './until.ts';

const service = 'org.freedesktop.Notifications';
const path = '/org/freedesktop/Notifications';

const notifySchema = z.tuple([
  z.string(),
  z.number(),
  z.string(),
  z.string(),
  z.string(),
  z.array(z.string()),
  z.record(z.string(), z.unknown()),
  z.number(),
]);

/** Describes a notification as the app sent it. `actions` maps keys to buttons; `default` is a click on it. */
export type ShownNotification = {
  id: number;
  title: string;
  body: string;
  actions: ReadonlyMap<string, string>;
  hints: Record<string, unknown>;
};

/** Says how the daemon treats notifications: it `shows` them, `refuses` them, or is `silent` and answers no call. */
export type DaemonManner = 'shows' | 'refuses' | 'silent';

/** Shows notifications over D-Bus like a desktop, and acts on them like a user. */
export class NotificationDaemon {
  readonly #bus = new Bus();
  readonly #features: readonly string[];
  manner: DaemonManner = 'shows';
  /** Every notification that was shown, oldest first. */
  readonly shown: ShownNotification[] = [];
  /** The number of requested notifications, shown or not. */
  asked = 0;

  private constructor(features: readonly string[]) {
    this.#features = features;
    this.#bus.serve(path, (call) => this.#answer(call));
  }

  /** Takes its name on the session bus. `features` are the capabilities that it reports. */
  static async start(
    features: readonly string[] = ['actions', 'body', 'body-markup'],
  ): Promise<NotificationDaemon> {
    const daemon = new NotificationDaemon(features);
    await daemon.appear();
    return daemon;
  }

  /** Returns after `vanish`. */
  appear(): Promise<void> {
    return this.#bus.own(service);
  }

  /** Leaves the bus as if it crashed. What it has shown stays in `shown`. */
  vanish(): Promise<void> {
    return this.#bus.disown();
  }

  stop(): Promise<void> {
    return this.#bus.close();
  }

  titles(): string[] {
    return this.shown.map(({ title }) => title);
  }

  /** Waits for the newest notification whose title matches. */
  titled(pattern: RegExp): Promise<ShownNotification> {
    return until(`a notification titled ${pattern}`, () =>
      this.shown.findLast(({ title }) => pattern.test(title)),
    );
  }

  /** Clicks a notification, which closes it. */
  click(notification: ShownNotification): void {
    this.#invoke(notification, 'default');
  }

  /** Presses the button with this label. */
  press(notification: ShownNotification, label: string): void {
    const found = [...notification.actions].find(([key, name]) => key !== 'default' && name === label);
    if (found === undefined) throw new Error(`"${notification.title}" has no button "${label}".`);
    this.#invoke(notification, found[0]);
  }

  #invoke({ id, title, actions }: ShownNotification, key: string): void {
    if (!actions.has(key)) throw new Error(`"${title}" cannot be clicked.`);
    this.#bus.signal(path, service, 'ActionInvoked', 'us', [id, key]);
    this.#close(id, 2);
  }

  /** Closes a notification. Reason 2 means by the user, 3 by the app. */
  #close(id: number, reason: number): void {
    this.#bus.signal(path, service, 'NotificationClosed', 'uu', [id, reason]);
  }

  #answer({ interface: name, member, body }: Call): Answer | Refusal | 'silence' | null {
    if (name !== service) return null;
    if (member === 'Notify') this.asked += 1;
    if (this.manner === 'silent') return 'silence';
    switch (member) {
      case 'GetCapabilities':
        return { signature: 'as', body: [[...this.#features]] };
      case 'GetServerInformation':
        return { signature: 'ssss', body: ['Tests', 'Oxygauge', '1', '1.2'] };
      case 'Notify':
        return this.manner === 'refuses' ? refusal : { signature: 'u', body: [this.#show(body)] };
      case 'CloseNotification':
        if (typeof body[0] === 'number') this.#close(body[0], 3);
        return { signature: '', body: [] };
      default:
        return null;
    }
  }

  #show(call: unknown[]): number {
    const [, , , title, text, listed, hints] = notifySchema.parse(plain(call));
    const actions = new Map<string, string>();
    for (let index = 0; index + 1 < listed.length; index += 2)
      actions.set(listed[index] ?? '', listed[index + 1] ?? '');
    const id = this.shown.length + 1;
    this.shown.push({ id, title, body: text, actions, hints });
    return id;
  }
}

const refusal: Refusal = {
  error: 'org.freedesktop.DBus.Error.LimitsExceeded',
  text: 'Too many notifications.',
};

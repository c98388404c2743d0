import { type Message, type MessageBus, Variant } from '@jellybrick/dbus-next';
import { openSessionBus } from '../dbus/session-bus.ts';
import { callOf, replyTo, signalFrom } from './bus-messages.ts';
import { ItemMenu, menuPath } from './item-menu.ts';
import { itemPixmaps } from './item-pixmaps.ts';
import type { ShownIcon, TakeAsk } from './shown-icon.ts';
import { isSameMeter } from './tray-meter.ts';
import type { TrayModel } from './tray-model.ts';

const watcher = {
  destination: 'org.kde.StatusNotifierWatcher',
  path: '/StatusNotifierWatcher',
  interface: 'org.kde.StatusNotifierWatcher',
};
const itemInterface = 'org.kde.StatusNotifierItem';
const itemPath = '/StatusNotifierItem';
/** A watcher that is there answers within milliseconds, and without an answer the user has no icon. */
const patienceMs = 1_000;

/** What the desktop says when it does not know where the press was. */
const nowhere = { x: 0, y: 0, width: 0, height: 0 };

/** For tests: another bus than the session's, and a shorter time. */
export type ItemOptions = { busAddress?: string; answersWithinMs?: number };

/** `onLost` is called when the bus closed the connection of an icon that was taken. */
export type ItemParts = { take: TakeAsk; onLost: () => void };

/**
 * Registers the icon as a StatusNotifierItem with the desktop's host; null where none takes it. Electron's own item has one
 * size, neither a name nor a title, and drops where a click was (Electron 33).
 */
export async function registerItem(
  model: TrayModel,
  { take, onLost }: ItemParts,
  { busAddress, answersWithinMs = patienceMs }: ItemOptions = {},
): Promise<ShownIcon | null> {
  let onGone = () => {};
  const bus = openSessionBus(() => onGone(), busAddress);
  const item = new StatusItem(bus, model, take, () => {
    onGone = () => {};
    bus.disconnect();
  });
  const isTaken = await new Promise<boolean>((settle) => {
    onGone = () => settle(false);
    setTimeout(onGone, answersWithinMs).unref();
    // By its path, as libappindicator does: every watcher takes the connection's name from the message.
    bus.call(callOf(watcher, 'RegisterStatusNotifierItem', 's', [itemPath])).then(() => settle(true), onGone);
  });
  onGone = onLost;
  if (isTaken) return item;
  item.remove();
  return null;
}

class StatusItem implements ShownIcon {
  readonly #bus: MessageBus;
  readonly #menu: ItemMenu;
  readonly #take: TakeAsk;
  /** Leaves the bus, by which a host knows that the icon is gone. */
  readonly remove: () => void;
  #model: TrayModel;

  constructor(bus: MessageBus, model: TrayModel, take: TakeAsk, remove: () => void) {
    this.#bus = bus;
    this.remove = remove;
    this.#model = model;
    this.#take = take;
    this.#menu = new ItemMenu(bus, model.items, (action) => take(action, nowhere));
    bus.addMethodHandler((message: Message) => this.#answers(message));
  }

  show(model: TrayModel): void {
    const shown = this.#model;
    this.#model = model;
    if (!isSameMeter(shown.meter, model.meter)) this.#signal('NewIcon');
    if (shown.tooltip !== model.tooltip) this.#signal('NewToolTip');
    this.#menu.show(model.items);
  }

  #answers(message: Message): boolean {
    if (message.path !== itemPath) return false;
    const { interface: asked, member, body } = message;
    if (asked === 'org.freedesktop.DBus.Properties') return this.#answersProperty(message);
    if (asked !== itemInterface) return false;
    const [x, y] = body as unknown[];
    const at = { ...nowhere, x: Number(x), y: Number(y) };
    if (member === 'Activate') this.#take('click', at);
    else if (member === 'SecondaryActivate') this.#take('manage', at);
    // A host reads the menu itself, and Oxygauge does nothing when one scrolls over the icon.
    else if (member !== 'ContextMenu' && member !== 'Scroll') return false;
    this.#bus.send(replyTo(message));
    return true;
  }

  #answersProperty(message: Message): boolean {
    const [, name] = message.body as unknown[];
    const properties = this.#properties();
    if (message.member === 'GetAll') {
      const all = Object.fromEntries(Object.entries(properties).map(([each, read]) => [each, read()]));
      this.#bus.send(replyTo(message, 'a{sv}', [all]));
      return true;
    }
    const read = message.member === 'Get' ? properties[String(name)] : undefined;
    if (read === undefined) return false;
    this.#bus.send(replyTo(message, 'v', [read()]));
    return true;
  }

  #properties(): Record<string, () => Variant> {
    const { meter, tooltip } = this.#model;
    const empty = () => new Variant('s', '');
    return {
      Id: () => new Variant('s', 'oxygauge'),
      Title: () => new Variant('s', 'Oxygauge'),
      Category: () => new Variant('s', 'ApplicationStatus'),
      Status: () => new Variant('s', 'Active'),
      WindowId: () => new Variant('i', 0),
      IconName: empty,
      IconThemePath: empty,
      IconPixmap: () => new Variant('a(iiay)', itemPixmaps(meter)),
      OverlayIconName: empty,
      AttentionIconName: empty,
      // All lines are in the title, since LXQt shows that alone.
      ToolTip: () => new Variant('(sa(iiay)ss)', ['', [], tooltip, '']),
      ItemIsMenu: () => new Variant('b', false),
      Menu: () => new Variant('o', menuPath),
    };
  }

  #signal(member: string): void {
    this.#bus.send(signalFrom({ path: itemPath, interface: itemInterface }, member));
  }
}

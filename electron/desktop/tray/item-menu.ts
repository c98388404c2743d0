import { type Message, type MessageBus, Variant } from '@jellybrick/dbus-next';
import { errorTo, replyTo, signalFrom } from './bus-messages.ts';
import type { TrayActionName, TrayItem } from './tray-model.ts';

export const menuPath = '/StatusNotifierItem/Menu';
const menuInterface = 'com.canonical.dbusmenu';
const source = { path: menuPath, interface: menuInterface };

type Properties = Record<string, Variant>;
type Entry = { id: number; item: TrayItem };

/**
 * Offers the menu to the host, which draws it. An action keeps its id for good and no other entry ever has it, so that an
 * open menu stays and a late click does what its entry said, or is refused.
 */
export class ItemMenu {
  readonly #bus: MessageBus;
  readonly #choose: (action: TrayActionName) => void;
  #entries: Entry[] = [];
  readonly #actionIds = new Map<TrayActionName, number>();
  #revision = 0;
  #lastId = 0;

  constructor(bus: MessageBus, items: readonly TrayItem[], choose: (action: TrayActionName) => void) {
    this.#bus = bus;
    this.#choose = choose;
    this.#lay(items);
    bus.addMethodHandler((message: Message) => message.path === menuPath && this.#answers(message));
  }

  show(items: readonly TrayItem[]): void {
    const before = this.#entries;
    if (shapeOf(items) !== shapeOf(before.map(({ item }) => item))) {
      this.#lay(items);
      this.#bus.send(signalFrom(source, 'LayoutUpdated', 'ui', [this.#revision, 0]));
      return;
    }
    this.#entries = before.map(({ id }, index) => ({ id, item: items[index] ?? { kind: 'separator' } }));
    const changed = this.#entries.filter(
      ({ item }, index) => JSON.stringify(item) !== JSON.stringify(before[index]?.item),
    );
    if (changed.length === 0) return;
    const updated = changed.map(({ id, item }) => [id, propertiesOf(item)]);
    this.#bus.send(signalFrom(source, 'ItemsPropertiesUpdated', 'a(ia{sv})a(ias)', [updated, []]));
  }

  #lay(items: readonly TrayItem[]): void {
    this.#revision += 1;
    this.#entries = items.map((item) => ({ id: this.#idOf(item), item }));
  }

  #idOf(item: TrayItem): number {
    const kept = item.kind === 'action' ? this.#actionIds.get(item.action) : undefined;
    if (kept !== undefined) return kept;
    this.#lastId += 1;
    if (item.kind === 'action') this.#actionIds.set(item.action, this.#lastId);
    return this.#lastId;
  }

  #answers(message: Message): boolean {
    const reply = this.#replyTo(message);
    if (reply === null) return false;
    this.#bus.send(reply);
    return true;
  }

  #replyTo(message: Message): Message | null {
    const { interface: asked, member, body } = message;
    const [first, second, third] = body as unknown[];
    if (asked === 'org.freedesktop.DBus.Properties') return this.#ownProperty(message, second);
    if (asked !== menuInterface) return null;
    switch (member) {
      case 'GetLayout':
        return replyTo(message, 'u(ia{sv}av)', [this.#revision, this.#layout(first, second, third)]);
      case 'GetGroupProperties':
        return replyTo(message, 'a(ia{sv})', [this.#group(first, second)]);
      case 'GetProperty':
        return this.#property(message, first, second);
      case 'Event':
        return this.#event(first, second) ? replyTo(message) : errorTo(message, 'There is no such entry.');
      case 'EventGroup':
        return replyTo(message, 'ai', [this.#events(listOf(first).filter(Array.isArray))]);
      case 'AboutToShow':
        return replyTo(message, 'b', [false]);
      case 'AboutToShowGroup':
        return replyTo(message, 'aiai', [[], []]);
      default:
        return null;
    }
  }

  #layout(parent: unknown, depth: unknown, names: unknown): [number, Properties, Variant[]] {
    const entry = this.#entryOf(parent);
    if (entry !== undefined) return [entry.id, named(propertiesOf(entry.item), names), []];
    const children = depth === 0 ? [] : this.#entries;
    return [
      0,
      named({ 'children-display': new Variant('s', 'submenu') }, names),
      children.map(({ id, item }) => new Variant('(ia{sv}av)', [id, named(propertiesOf(item), names), []])),
    ];
  }

  #group(ids: unknown, names: unknown): [number, Properties][] {
    const wanted = listOf(ids);
    return this.#entries
      .filter(({ id }) => wanted.length === 0 || wanted.includes(id))
      .map(({ id, item }) => [id, named(propertiesOf(item), names)]);
  }

  #property(message: Message, id: unknown, name: unknown): Message | null {
    const entry = this.#entryOf(id);
    const value = entry === undefined ? undefined : propertiesOf(entry.item)[String(name)];
    return value === undefined ? null : replyTo(message, 'v', [value]);
  }

  /** Returns false if there is no such entry. */
  #event(id: unknown, event: unknown): boolean {
    const item = this.#entryOf(id)?.item;
    if (event === 'clicked' && item?.kind === 'action' && item.enabled) this.#choose(item.action);
    // Zero is the menu itself, about whose opening and closing hosts send events.
    return item !== undefined || id === 0;
  }

  /** Returns the ids that no entry has. */
  #events(events: readonly unknown[][]): number[] {
    const unknown = events.filter(([id, event]) => !this.#event(id, event));
    return unknown.map(([id]) => Number(id));
  }

  #entryOf(id: unknown): Entry | undefined {
    return this.#entries.find((entry) => entry.id === id);
  }

  #ownProperty(message: Message, name: unknown): Message | null {
    const own: Properties = {
      Version: new Variant('u', 3),
      TextDirection: new Variant('s', 'ltr'),
      Status: new Variant('s', 'normal'),
      IconThemePath: new Variant('as', []),
    };
    if (message.member === 'GetAll') return replyTo(message, 'a{sv}', [own]);
    const value = message.member === 'Get' ? own[String(name)] : undefined;
    return value === undefined ? null : replyTo(message, 'v', [value]);
  }
}

/** Returns what of the entries cannot change while a menu is open. */
function shapeOf(items: readonly TrayItem[]): string {
  return items.map((item) => (item.kind === 'action' ? item.action : item.kind)).join();
}

function propertiesOf(item: TrayItem): Properties {
  if (item.kind === 'separator') return { type: new Variant('s', 'separator') };
  return {
    // An underscore would mark an access key in a username.
    label: new Variant('s', item.label.replaceAll('_', '__')),
    enabled: new Variant('b', item.kind === 'action' && item.enabled),
  };
}

/** Returns the properties that were asked for; all without names. */
function named(properties: Properties, names: unknown): Properties {
  const wanted = listOf(names);
  if (wanted.length === 0) return properties;
  return Object.fromEntries(Object.entries(properties).filter(([name]) => wanted.includes(name)));
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

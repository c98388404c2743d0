import { DBusError, Variant } from '@jellybrick/dbus-next';
import { z } from 'zod';
import type { Point } from '../../electron/desktop/windows/popover-placement.ts';
import { type Answer, Bus, type Call, plain } from './bus.ts';
import { until } from './until.ts';

const watcher = 'org.kde.StatusNotifierWatcher';
const itemInterface = 'org.kde.StatusNotifierItem';
const menuInterface = 'com.canonical.dbusmenu';

const itemSchema = z.object({
  Id: z.string(),
  Title: z.string().optional(),
  ToolTip: z.tuple([z.string(), z.unknown(), z.string(), z.string()]).optional(),
  IconPixmap: z.array(z.tuple([z.number(), z.number(), z.unknown()])).optional(),
  Menu: z.string().optional(),
});

export type MenuItem = { id: number; label: string; enabled: boolean; separator: boolean };

/** Shows tray icons over D-Bus like a desktop, and clicks them like a user. */
export class TrayHost {
  readonly #bus: Bus;
  #item: { destination: string; path: string } | null = null;
  /** What icons said about their menus, by which a host keeps what it shows up to date. */
  readonly menuSignals: { member: string; body: unknown }[] = [];

  private constructor(busAddress?: string) {
    this.#bus = new Bus(busAddress);
  }

  /** Takes its name on the session bus or another. The bus notifies an app that is already there. */
  static async start(busAddress?: string): Promise<TrayHost> {
    const host = new TrayHost(busAddress);
    host.#bus.serve('/StatusNotifierWatcher', (call) => host.#answer(call));
    // Like a panel: without this, the icon of an app that has ended takes the next click.
    await host.#bus.watchLeaving((name) => {
      if (host.#item?.destination === name) host.#item = null;
    });
    await host.#bus.watchSignals(menuInterface, (member, body) => host.menuSignals.push({ member, body }));
    await host.#bus.own(watcher);
    return host;
  }

  stop(): Promise<void> {
    return this.#bus.close();
  }

  /** Returns the tooltip, its lines joined by dots. Waits for an icon. */
  async tooltip(): Promise<string> {
    const { ToolTip } = await this.#properties();
    return (ToolTip?.[2] || ToolTip?.[3] || '').replaceAll('\n', ' · ');
  }

  /** Returns the sizes in which the icon is offered, in pixels. */
  async iconSizes(): Promise<number[]> {
    const { IconPixmap } = await this.#properties();
    return (IconPixmap ?? []).map(([width]) => width);
  }

  /** Waits for a tooltip that matches. */
  tooltipLike(pattern: RegExp): Promise<string> {
    return until(`a tooltip like ${pattern}`, async () => {
      const tooltip = await this.tooltip().catch(iconGone);
      return tooltip !== null && pattern.test(tooltip) ? tooltip : null;
    });
  }

  /** Returns by what a host keeps the user's choices about the icon, and calls it in its settings. */
  async names(): Promise<{ id: string; title: string }> {
    const { Id, Title } = await this.#properties();
    return { id: Id, title: Title ?? '' };
  }

  /** Returns the icon's pictures: width, height, and bytes of alpha, red, green and blue. */
  async pictures(): Promise<[width: number, height: number, argb: unknown][]> {
    return (await this.#properties()).IconPixmap ?? [];
  }

  /** Clicks with the left button. Hosts that do not know where say 0, 0. */
  click(at: Point = { x: 0, y: 0 }): Promise<void> {
    return this.#press('Activate', at);
  }

  /** Clicks with the middle button. */
  middleClick(): Promise<void> {
    return this.#press('SecondaryActivate', { x: 0, y: 0 });
  }

  async #press(member: string, { x, y }: Point): Promise<void> {
    const item = await this.#registered();
    await this.#bus.call({ ...item, interface: itemInterface }, member, 'ii', [x, y]);
  }

  async menu(): Promise<MenuItem[]> {
    const menu = await this.#menuAddress();
    const [, layout] = await this.#bus.call(menu, 'GetLayout', 'iias', [0, -1, []]);
    return readMenu(plain(layout));
  }

  /** Returns the labels in order, without separators. */
  async menuLabels(): Promise<string[]> {
    return (await this.menu()).filter((item) => !item.separator).map((item) => item.label);
  }

  /** Chooses an entry, and tries again if the app rebuilt the menu in between, as a user would. */
  async choose(label: string): Promise<void> {
    await until(`"${label}" in the tray's menu`, async () => {
      const menu = await this.menu().catch(iconGone);
      const item = menu?.find((each) => each.label === label && each.enabled);
      return item !== undefined && this.pressItem(item);
    });
  }

  /** Presses an entry that was read before, as a late click does. Returns false if the app no longer knows it. */
  async pressItem(item: MenuItem): Promise<boolean> {
    const menu = await this.#menuAddress();
    try {
      await this.#bus.call(menu, 'Event', 'isvu', [item.id, 'clicked', new Variant('i', 0), 0]);
      return true;
    } catch (error) {
      if (error instanceof DBusError) return false;
      throw error;
    }
  }

  /** Returns true once the app has put an icon here. */
  hasItem(): boolean {
    return this.#item !== null;
  }

  #registered() {
    return until('a tray icon', () => this.#item);
  }

  async #properties() {
    const item = await this.#registered();
    const properties = { ...item, interface: 'org.freedesktop.DBus.Properties' };
    const [all] = await this.#bus.call(properties, 'GetAll', 's', [itemInterface]);
    return itemSchema.parse(plain(all));
  }

  async #menuAddress() {
    const item = await this.#registered();
    const path = await until('the tray’s menu', async () => (await this.#properties()).Menu);
    return { destination: item.destination, path, interface: menuInterface };
  }

  #answer({ interface: name, member, sender, body }: Call): Answer | null {
    if (name === watcher && member === 'RegisterStatusNotifierItem') {
      const [service] = body;
      const path = typeof service === 'string' && service.startsWith('/') ? service : '/StatusNotifierItem';
      this.#item = { destination: sender, path };
      return { signature: '', body: [] };
    }
    if (name === watcher && member === 'RegisterStatusNotifierHost') return { signature: '', body: [] };
    if (name !== 'org.freedesktop.DBus.Properties') return null;
    const properties = {
      IsStatusNotifierHostRegistered: new Variant('b', true),
      ProtocolVersion: new Variant('i', 0),
      RegisteredStatusNotifierItems: new Variant(
        'as',
        this.#item === null ? [] : [`${this.#item.destination}${this.#item.path}`],
      ),
    };
    if (member === 'GetAll') return { signature: 'a{sv}', body: [properties] };
    const value = properties[body[1] as keyof typeof properties];
    return member === 'Get' && value !== undefined ? { signature: 'v', body: [value] } : null;
  }
}

/** Returns null if the app has replaced the icon since it was looked up. */
function iconGone(error: unknown): null {
  if (error instanceof DBusError) return null;
  throw error;
}

const nodeSchema = z.tuple([z.number(), z.record(z.string(), z.unknown()), z.array(z.unknown())]);

function readMenu(layout: unknown): MenuItem[] {
  const [, , children] = nodeSchema.parse(layout);
  return children.map((child) => {
    const [id, properties] = nodeSchema.parse(child);
    return {
      id,
      // A single underscore marks the access key; two are a literal one.
      label: String(properties.label ?? '').replace(/_(.)/g, '$1'),
      enabled: properties.enabled !== false,
      separator: properties.type === 'separator',
    };
  });
}

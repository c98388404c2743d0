import { z } from 'zod';
import { Bus, plain } from '../driver/bus.ts';

const watcher = { destination: 'org.kde.StatusNotifierWatcher', path: '/StatusNotifierWatcher' };
const properties = 'org.freedesktop.DBus.Properties';
const tooltipSchema = z.tuple([z.string(), z.unknown(), z.string(), z.string()]);

/** Returns the tooltips of the icons that the desktop's own host lists; none while there is no host. */
export async function shownTooltips(): Promise<string[]> {
  const bus = new Bus();
  try {
    const [listed] = await bus.call({ ...watcher, interface: properties }, 'Get', 'ss', [
      watcher.destination,
      'RegisteredStatusNotifierItems',
    ]);
    const items = z.array(z.string()).parse(plain(listed));
    return await Promise.all(items.map((item) => tooltipOf(bus, item)));
  } catch {
    return [];
  } finally {
    await bus.close();
  }
}

/** Asks the item, which is listed as the name of its connection and its path. */
async function tooltipOf(bus: Bus, item: string): Promise<string> {
  const [destination = '', ...path] = item.split('/');
  const to = { destination, path: `/${path.join('/')}`, interface: properties };
  const [tooltip] = await bus.call(to, 'Get', 'ss', ['org.kde.StatusNotifierItem', 'ToolTip']);
  return tooltipSchema.parse(plain(tooltip))[2];
}

import { afterEach, beforeEach, expect, test } from 'vitest';
import { drawGauge } from '../../../electron/desktop/tray/gauge-bitmap.ts';
import type { ShownIcon } from '../../../electron/desktop/tray/shown-icon.ts';
import { type ItemOptions, registerItem } from '../../../electron/desktop/tray/status-item.ts';
import { toneLooks } from '../../../electron/desktop/tray/tray-look.ts';
import type { TrayItem, TrayModel } from '../../../electron/desktop/tray/tray-model.ts';
import { Bus } from '../../driver/bus.ts';
import { PrivateBus } from '../../driver/private-bus.ts';
import { TrayHost } from '../../driver/tray-host.ts';
import { until } from '../../driver/until.ts';

let bus: PrivateBus;
let host: TrayHost;
let asked: unknown[];
let icon: ShownIcon | null;
beforeEach(async () => {
  bus = await PrivateBus.start();
  host = await TrayHost.start(bus.address);
  asked = [];
  icon = null;
});
afterEach(async () => {
  icon?.remove();
  await host.stop();
  await bus.stop();
});

const items: TrayItem[] = [
  { kind: 'text', label: '1.24 GB this month' },
  { kind: 'text', label: 'scraper_eu: 92%' },
  { kind: 'separator' },
  { kind: 'action', action: 'refresh', label: 'Refresh', enabled: true },
  { kind: 'action', action: 'quit', label: 'Quit', enabled: true },
];
const model: TrayModel = {
  meter: { tone: 'warning', step: 15 },
  tooltip: '1.24 GB this month\nJust now',
  title: '1.24 GB',
  items,
};

async function register(options: ItemOptions = {}): Promise<ShownIcon | null> {
  icon = await registerItem(
    model,
    { take: (ask, { x, y }) => asked.push([ask, x, y]), onLost: () => asked.push('lost') },
    { busAddress: bus.address, ...options },
  );
  return icon;
}

test('a host has its id and title, the tooltip in lines, and a picture for each size of a panel', async () => {
  await register();
  expect(await host.names()).toEqual({ id: 'oxygauge', title: 'Oxygauge' });
  expect(await host.tooltip()).toBe('1.24 GB this month · Just now');
  expect(await host.iconSizes()).toEqual([16, 22, 24, 32, 48, 64]);
});

test('the pictures are those of the gauge, as alpha, red, green and blue', async () => {
  await register();
  const [, , argb] = (await host.pictures())[3] ?? [];
  if (!Buffer.isBuffer(argb)) throw new Error('There is no picture of 32 pixels.');
  const { colour, mark } = toneLooks.warning;
  const drawn = drawGauge(32, colour, { share: 0.75, mark, rimmed: true });
  const centre = 4 * (16 * 32 + 16);
  expect([...argb.subarray(centre, centre + 4)]).toEqual([255, colour.red, colour.green, colour.blue]);
  for (let at = 0; at < drawn.length; at += 4) expect(argb[at]).toBe(drawn[at + 3]);
});

test('a click says where it was, and the middle button opens the manager', async () => {
  await register();
  await host.click({ x: 1124, y: 12 });
  await host.middleClick();
  expect(asked).toEqual([
    ['click', 1124, 12],
    ['manage', 0, 0],
  ]);
});

test('the host reads the menu and chooses from it', async () => {
  await register();
  expect(await host.menu()).toMatchObject([
    { label: '1.24 GB this month', enabled: false, separator: false },
    { label: 'scraper_eu: 92%', enabled: false },
    { separator: true },
    { label: 'Refresh', enabled: true },
    { label: 'Quit', enabled: true },
  ]);
  await host.choose('Refresh');
  expect(asked).toEqual([['refresh', 0, 0]]);
});

test('a new label changes the entry that is there, and an equal menu says nothing', async () => {
  await register();
  const before = await host.menu();
  const changed = items.with(0, { kind: 'text', label: '1.30 GB this month' });
  icon?.show({ ...model, items: changed.with(3, { ...items[3], enabled: false } as TrayItem) });
  const updated = await until('the change', () => host.menuSignals.length > 0 && host.menuSignals);
  expect(updated).toEqual([
    {
      member: 'ItemsPropertiesUpdated',
      body: [
        [
          [before[0]?.id, { label: '1.30 GB this month', enabled: false }],
          [before[3]?.id, { label: 'Refresh', enabled: false }],
        ],
        [],
      ],
    },
  ]);
  icon?.show({ ...model, items: changed.with(3, { ...items[3], enabled: false } as TrayItem) });
  const after = await host.menu();
  expect(host.menuSignals).toHaveLength(1);
  expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  const [, , , refresh] = after;
  if (refresh !== undefined) await host.pressItem(refresh);
  expect(asked).toEqual([]);
});

test('other entries are a newer revision, and a late click on one that is gone is refused', async () => {
  await register();
  const before = await host.menu();
  icon?.show({ ...model, items: [{ kind: 'text', label: 'Signed out' }, ...items.slice(2, -1)] });
  const [signal] = await until('the change', () => host.menuSignals.length > 0 && host.menuSignals);
  expect(signal).toEqual({ member: 'LayoutUpdated', body: [2, 0] });
  expect((await host.menu()).map(({ label }) => label)).toEqual(['Signed out', '', 'Refresh']);
  const known = await Promise.all(before.map((late) => host.pressItem(late)));
  expect(known).toEqual([false, false, false, true, false]);
});

test('an action keeps its id through every change, so that a click during one is not lost', async () => {
  await register();
  const refresh = async () => (await host.menu()).find(({ label }) => label === 'Refresh');
  const before = await refresh();
  icon?.show({ ...model, items: [{ kind: 'text', label: 'Signed out' }, ...items.slice(2)] });
  if (before !== undefined) await host.pressItem(before);
  expect(asked).toEqual([['refresh', 0, 0]]);
  icon?.show({ ...model, items: items.slice(0, 2) });
  icon?.show(model);
  expect(await refresh()).toEqual(before);
});

test('the tooltip and the picture are asked for again when they change', async () => {
  await register();
  const said: string[] = [];
  const listener = new Bus(bus.address);
  await listener.watchSignals('org.kde.StatusNotifierItem', (member) => said.push(member));
  icon?.show({ ...model, tooltip: 'Signed out' });
  icon?.show({ ...model, tooltip: 'Signed out', meter: { tone: 'signed-out', step: 0 } });
  await until('both', () => said.length === 2);
  expect(said).toEqual(['NewToolTip', 'NewIcon']);
  expect(await host.tooltip()).toBe('Signed out');
  await listener.close();
});

test('without a watcher, or with one that does not answer, there is no item', async () => {
  await host.stop();
  expect(await register()).toBeNull();
  const silent = new Bus(bus.address);
  silent.staySilent();
  await silent.own('org.kde.StatusNotifierWatcher');
  expect(await register({ answersWithinMs: 50 })).toBeNull();
  expect(await register({ busAddress: 'unix:path=/nowhere' })).toBeNull();
  await silent.close();
  host = await TrayHost.start(bus.address);
  expect(asked).toEqual([]);
});

test('an item that lost its bus says so once, and one that is removed does not', async () => {
  const removed = await register();
  removed?.remove();
  await until('an icon that is gone', () => !host.hasItem());
  expect(asked).toEqual([]);
  await register();
  await bus.stop();
  await until('the loss', () => asked.length > 0);
  expect(asked).toEqual(['lost']);
  bus = await PrivateBus.start();
  host = await TrayHost.start(bus.address);
});

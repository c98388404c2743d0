import { afterEach, beforeEach, expect, test } from 'vitest';
import { type TrayHostOptions, watchTrayHost } from '../../../electron/desktop/tray/tray-host.ts';
import { PrivateBus } from '../../driver/private-bus.ts';
import { TrayHost } from '../../driver/tray-host.ts';
import { until } from '../../driver/until.ts';

let bus: PrivateBus;
let hosts: TrayHost[] = [];
beforeEach(async () => {
  bus = await PrivateBus.start();
});
afterEach(async () => {
  for (const host of hosts) await host.stop();
  hosts = [];
  await bus.stop();
});

async function startHost(): Promise<TrayHost> {
  const host = await TrayHost.start(bus.address);
  hosts.push(host);
  return host;
}

async function stopHost(host: TrayHost): Promise<void> {
  hosts = hosts.filter((each) => each !== host);
  await host.stop();
}

/** Watches, and notes what was said in order. */
function watch(options: TrayHostOptions, hasOlderTray = async () => false): string[] {
  const said: string[] = [];
  watchTrayHost(
    {
      onChange: (shown) => said.push(shown ? 'shown' : 'none'),
      onNewHost: () => said.push('new host'),
      report: (what) => said.push(what),
      hasOlderTray,
    },
    { busAddress: bus.address, ...options },
  );
  return said;
}

test('a host that comes back has the icon before it is said to show it', async () => {
  const host = await startHost();
  const said = watch({ listedMs: 60_000 });
  await until('a tray', () => said.length === 1);
  await stopHost(host);
  await until('no tray', () => said.length === 2);
  await startHost();
  await until('a tray again', () => said.length === 4);
  expect(said).toEqual(['shown', 'none', 'new host', 'shown']);
});

test('without a tray at the start, it says so at once', async () => {
  const said = watch({});
  await until('no tray', () => said.join() === 'none');
});

test('a tray of the older kind counts, and is found when it comes late', async () => {
  const there = watch({}, async () => true);
  await until('an older tray', () => there.join() === 'shown');
  let isThere = false;
  const late = watch({ lookAgainMs: 10 }, async () => isThere);
  await until('no tray', () => late.join() === 'none');
  isThere = true;
  await until('an older tray', () => late.join() === 'none,new host,shown');
});

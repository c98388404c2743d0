import { EventEmitter } from 'node:events';
import type { Message } from '@jellybrick/dbus-next';
import { expect, test, vi } from 'vitest';
import { watchTrayHost } from '../../../electron/desktop/tray/tray-host.ts';
import { until } from '../../driver/until.ts';

/** A bus whose watcher comes right after it has said that there is none, so that one read holds both. */
const bus = vi.hoisted(() => ({ open: (): unknown => null }));
vi.mock('../../../electron/desktop/dbus/session-bus.ts', () => ({ openSessionBus: () => bus.open() }));

test('a host that comes while it is asked for is not taken for none', async () => {
  const connection = new EventEmitter();
  const arrival = ['org.kde.StatusNotifierWatcher', '', ':1.7'];
  bus.open = () =>
    Object.assign(connection, {
      async call({ member }: Message) {
        if (member === 'NameHasOwner')
          connection.emit('message', { member: 'NameOwnerChanged', body: arrival });
        return { body: [false] };
      },
    });
  const said: string[] = [];
  watchTrayHost(
    {
      onChange: (shown) => said.push(shown ? 'shown' : 'none'),
      onNewHost: () => said.push('new host'),
      report: (what) => said.push(what),
      hasOlderTray: async () => false,
    },
    { listedMs: 1 },
  );
  await until('a tray', () => said.includes('shown'));
  await new Promise((done) => setImmediate(done));
  expect(said).toEqual(['shown']);
});

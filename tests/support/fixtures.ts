import { test as base, expect } from '@playwright/test';
import { type App, type LaunchOptions, launch, removeProfiles } from './app.ts';
import { NotificationDaemon } from './notification-daemon.ts';
import { SimulatorServer } from './simulator-server.ts';
import { TrayHost } from './tray-host.ts';

type Fixtures = {
  /** The vendor's service on a real loopback HTTP server. */
  server: SimulatorServer;
  /** The desktop's tray. */
  tray: TrayHost;
  /** The desktop's notifications. A test that does not ask for it has none, like a machine without such a service. */
  notifications: NotificationDaemon;
  /** Starts the app on `server`, or as told. All apps of a test are closed after it. */
  start: (options?: LaunchOptions) => Promise<App>;
};

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from its first parameter.
  server: async ({}, use) => {
    const server = await SimulatorServer.start();
    await use(server);
    await server.stop();
    expect(server.violations, 'Requests that the API does not know').toEqual([]);
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  tray: async ({}, use) => {
    const tray = await TrayHost.start();
    await use(tray);
    await tray.stop();
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  notifications: async ({}, use) => {
    const notifications = await NotificationDaemon.start();
    await use(notifications);
    await notifications.stop();
  },
  start: async ({ server }, use) => {
    const apps: App[] = [];
    await use(async (options = {}) => {
      const app = await launch({ apiUrl: server.url, ...options });
      apps.push(app);
      return app;
    });
    for (const app of apps) await app.close();
    removeProfiles();
  },
});

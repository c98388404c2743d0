import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { type App, type LaunchOptions, launch } from '../../driver/app.ts';
import { overhear } from '../../driver/app-output.ts';
import { test as base } from '../../driver/desktop-session.ts';
import { NotificationDaemon } from '../../driver/notification-daemon.ts';
import { removeProfiles } from '../../driver/profiles.ts';
import { TrayHost } from '../../driver/tray-host.ts';
import { SimulatorServer } from '../server/simulator-server.ts';

type Fixtures = {
  /** The vendor's service on a real loopback HTTP server. */
  server: SimulatorServer;
  /** The tray of the desktop. */
  tray: TrayHost;
  /** The notifications of the desktop. A test without this fixture runs like a computer without a notification service. */
  notifications: NotificationDaemon;
  /** Starts the app against `server`, or with other options. All apps of a test are closed after it. */
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
  start: async ({ server }, use, test) => {
    const apps: App[] = [];
    const outputs: (() => string)[] = [];
    await use(async (options = {}) => {
      const app = await launch({ apiUrl: server.url, ...options });
      apps.push(app);
      outputs.push(overhear(app));
      return app;
    });
    if (test.status !== test.expectedStatus)
      for (const [index, app] of apps.entries()) console.error(`${outputs[index]?.()}\n${logOf(app)}`);
    for (const app of apps) await app.close();
    await removeProfiles();
  },
});

/** Returns the log of an app whose test failed. */
function logOf({ profile }: App): string {
  const file = join(profile, 'log/oxygauge.log');
  return existsSync(file) ? readFileSync(file, 'utf8') : 'The app wrote no log.';
}

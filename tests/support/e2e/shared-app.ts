import { expect } from '@playwright/test';
import { defaultSettings } from '../../../electron/contract/settings.ts';
import { type App, launch } from '../../driver/app.ts';
import { makeProfile, removeProfile } from '../../driver/profiles.ts';
import { SimulatorServer } from '../server/simulator-server.ts';
import { test as base } from './fixtures.ts';

type Shared = { app: App; server: SimulatorServer };

/** Tests the manager's content: the app starts once, and each test gets it as after a first start. */
export const test = base.extend<{ app: App }, { shared: Shared }>({
  shared: [
    async ({ desktop: _desktop }, use) => {
      const server = await SimulatorServer.start();
      const profile = makeProfile();
      const app = await launch({ apiUrl: server.url, profile });
      await use({ app, server });
      await app.close();
      await server.stop();
      await removeProfile(profile);
    },
    { scope: 'worker' },
  ],
  server: async ({ shared: { server } }, use) => {
    server.renew();
    await use(server);
    expect(server.violations, 'Requests that the API does not know').toEqual([]);
  },
  app: async ({ shared: { app }, server }, use) => {
    await use(app);
    await makeNew(app, server.simulator.account.accountId);
  },
});

/** Signs out, forgets the account and the settings through a window's commands, and reloads the page. */
async function makeNew(app: App, accountId: string): Promise<void> {
  const page = await app.window('manager');
  await page.evaluate(
    async ([id, change]) => {
      await window.oxygauge.command('forgetAccount', { accountId: id as never });
      await window.oxygauge.command('changeSettings', change as never);
      // A job that the end of the session cancelled may still be stopping.
      while (!(await window.oxygauge.command('closeJob', null)).ok)
        await new Promise((next) => setTimeout(next, 20));
    },
    [accountId, defaultSettings] as const,
  );
  await page.emulateMedia({ colorScheme: null, reducedMotion: null, forcedColors: null });
  await page.reload();
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  await expect(page.getByLabel('Username')).toHaveValue('');
}

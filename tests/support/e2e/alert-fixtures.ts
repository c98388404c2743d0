import type { Page } from '@playwright/test';
import type { AlertSettings } from '../../../electron/contract/alert-settings.ts';
import type { SimulatedSubUser } from '../../../electron/oxylabs/simulator/people.ts';
import type { App } from '../../driver/app.ts';
import { alone, Refreshes, startWithAlerts } from './alert-account.ts';
import { test as base } from './fixtures.ts';

type AlertFixtures = {
  /** The one sub-user beside the main one, with a limit and traffic that only the test changes. */
  crawler: SimulatedSubUser;
  refreshes: Refreshes;
  /** Starts the app and signs in, with these alert settings, and waits for the first refresh. */
  open(alerts?: Partial<AlertSettings>): Promise<{ app: App; page: Page }>;
};

/** For tests of the alerts of one sub-user. */
export const test = base.extend<AlertFixtures>({
  crawler: async ({ server }, use) => use(alone(server)),
  refreshes: async ({ server, tray }, use) => use(new Refreshes(server, tray)),
  open: async ({ crawler: _crawler, refreshes, start }, use) =>
    use(async (alerts) => {
      const opened = await startWithAlerts(start, alerts);
      await refreshes.read();
      return opened;
    }),
});

import { expect, type Page } from '@playwright/test';
import { type App, launch } from '../../driver/app.ts';
import { test as base } from '../../driver/desktop-session.ts';
import { makeProfile, removeProfile } from '../../driver/profiles.ts';
import { TrayHost } from '../../driver/tray-host.ts';
import { openPopover } from '../../driver/windows.ts';

/** Holds one demo for all tests that act as a compromised page. They leave it as they found it. */
export type TakenOver = {
  app: App;
  /** The manager's page, on the overview. */
  page: Page;
  popover: Page;
  /** What the manager shows according to main, not the page. */
  shows(): Promise<{ url: string; heading: string }>;
  /** The number of pages that exist, web views included. */
  pageCount(): Promise<number>;
  /** The web preferences of every page, as Electron reports them. */
  preferences(): Promise<Record<string, unknown>[]>;
};

export const manager = { url: 'app://oxygauge/manager.html', heading: 'Overview' };

export const test = base.extend<object, { taken: TakenOver }>({
  taken: [
    async ({ desktop: _desktop }, use) => {
      const tray = await TrayHost.start();
      const profile = makeProfile();
      const app = await launch({ demo: true, profile });
      const page = await app.window('manager');
      await expect(page.getByRole('heading', { name: manager.heading })).toBeVisible();
      const id = await app.electron.evaluate(
        ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.id ?? 0,
      );
      const popover = await openPopover(app, tray);
      await use({
        app,
        page,
        popover,
        shows: () =>
          app.electron.evaluate(async ({ webContents }, managerId) => {
            const contents = webContents.fromId(managerId);
            if (contents === undefined) throw new Error('The manager is gone.');
            const heading = await contents.executeJavaScript('document.querySelector("h1").textContent');
            return { url: contents.getURL(), heading: String(heading) };
          }, id),
        pageCount: () => app.electron.evaluate(({ webContents }) => webContents.getAllWebContents().length),
        preferences: () =>
          app.electron.evaluate(({ webContents }) =>
            webContents.getAllWebContents().map((each) => {
              const asked = each as unknown as { getLastWebPreferences(): Record<string, unknown> };
              return asked.getLastWebPreferences();
            }),
          ),
      });
      await app.close();
      await tray.stop();
      await removeProfile(profile);
    },
    { scope: 'worker' },
  ],
});

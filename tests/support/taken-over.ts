import { test as base, expect, type Page } from '@playwright/test';
import { type App, launch, removeProfiles } from './app.ts';
import { TrayHost } from './tray-host.ts';

/** One demo for all tests that act as a page would which was taken over. They leave it as they found it. */
export type TakenOver = {
  app: App;
  /** The manager's page, on the list of sub-users. */
  page: Page;
  popover: Page;
  /** What the system, not the page, says that the manager shows. */
  shows(): Promise<{ url: string; heading: string }>;
  /** Number of pages, web views included, that exist. */
  pageCount(): Promise<number>;
  /** The preferences of every page, as Electron took them. */
  preferences(): Promise<Record<string, unknown>[]>;
};

export const manager = { url: 'app://oxygauge/manager.html', heading: 'Sub-users' };

export const test = base.extend<object, { taken: TakenOver }>({
  taken: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from its first parameter.
    async ({}, use) => {
      const tray = await TrayHost.start();
      const app = await launch({ demo: true });
      const page = await app.window('manager');
      await expect(page.getByRole('heading', { name: manager.heading })).toBeVisible();
      const id = await app.electron.evaluate(
        ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.id ?? 0,
      );
      await tray.click();
      const popover = await app.window('popover');
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
      removeProfiles();
    },
    { scope: 'worker' },
  ],
});

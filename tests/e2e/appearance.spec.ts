import { expect, type Page } from '@playwright/test';
import type { App } from '../driver/app.ts';
import { openPage, signIn } from '../driver/sign-in.ts';
import { until } from '../driver/until.ts';
import { hidden, lookAt, openPopover } from '../driver/windows.ts';
import { test } from '../support/e2e/fixtures.ts';

test('B11: keys set the text size of the manager and the popover, and a hidden menu brings them', async ({
  start,
  tray,
}) => {
  const app = await start();
  const page = await app.window('manager');
  await signIn(page);
  await openPage(page, 'Settings');
  const width = await page.evaluate(() => innerWidth);
  expect(await menuIsShown(app)).toBe(false);
  await pressKey(app, '=', ['control']);
  await pressKey(app, '=', ['control']);
  await expect(page.getByLabel('Text size (%)')).toHaveValue('120');
  await expect.poll(() => page.evaluate(() => innerWidth)).toBeLessThan(width * 0.9);
  const popover = await openPopover(app, tray);
  expect((await lookAt(app, 'popover'))?.bounds.width).toBe(456);
  expect(await popover.evaluate(() => innerWidth)).toBe(380);
  await popover.keyboard.press('Escape');
  await hidden(app, 'popover');
  await pressKey(app, '-', ['control']);
  await expect(page.getByLabel('Text size (%)')).toHaveValue('110');
  await pressKey(app, '0', ['control']);
  await expect(page.getByLabel('Text size (%)')).toHaveValue('100');
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(width);
});

test('B11: F5 and Ctrl+R refresh the figures and not the page, and Ctrl+W closes', async ({
  start,
  server,
  tray,
}) => {
  const app = await start();
  const page = await app.window('manager');
  await signIn(page);
  await expect(page.getByRole('status', { name: 'Freshness' })).toContainText(/Updated/);
  await page.evaluate(() => document.body.setAttribute('data-kept', ''));
  server.simulator.faults.add({ fault: { kind: 'refuse', status: 503 }, on: /^GET/ });
  await pressKey(app, 'F5', []);
  await expect(page.getByRole('button', { name: 'Retry' })).toBeVisible();
  server.simulator.faults.clear();
  await pressKey(app, 'R', ['control']);
  await expect(page.getByRole('button', { name: 'Retry' })).toBeHidden();
  await expect(page.locator('body')).toHaveAttribute('data-kept');
  await tray.tooltipLike(/GB this month/);
  await pressKey(app, 'W', ['control']);
  await expect.poll(() => lookAt(app, 'manager')).toBeNull();
});

test('the theme is the system’s, or the one that is chosen', async ({ start }) => {
  const app = await start();
  const page = await app.window('manager');
  await signIn(page);
  await openPage(page, 'Settings');
  for (const [theme, isDark] of [
    ['Dark', true],
    ['Light', false],
  ] as const) {
    await chooseTheme(page, theme);
    await expect
      .poll(() => app.electron.evaluate(({ nativeTheme }) => nativeTheme.themeSource))
      .toBe(theme.toLowerCase());
    await expect
      .poll(() => app.electron.evaluate(({ nativeTheme }) => nativeTheme.shouldUseDarkColors))
      .toBe(isDark);
  }
  await chooseTheme(page, 'Same as the system');
  await expect.poll(() => app.electron.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('system');
});

test('the rows of the grid are as high as chosen', async ({ start }) => {
  const app = await start();
  const page = await app.window('manager');
  await signIn(page);
  const height = async () => {
    await openPage(page, 'Sub-users');
    return (await page.getByRole('row', { name: 'seo_audit' }).boundingBox())?.height;
  };
  expect(await height()).toBe(32);
  for (const [rows, heightPx] of [
    ['Compact', 28],
    ['Roomy', 40],
  ] as const) {
    await openPage(page, 'Settings');
    await choose(page, 'Rows', rows);
    await expect.poll(height).toBe(heightPx);
  }
});

test('both windows are set in Inter, or in the font of the system', async ({ start, tray }) => {
  const app = await start();
  const page = await app.window('manager');
  await signIn(page);
  const family = (of: Page) => of.evaluate(() => getComputedStyle(document.body).fontFamily);
  expect(await family(page)).toMatch(/^"?Inter Variable/);
  await openPage(page, 'Settings');
  await choose(page, 'Font', 'System font');
  await expect.poll(() => family(page)).toMatch(/^system-ui/);
  const popover = await openPopover(app, tray);
  await expect.poll(() => family(popover)).toMatch(/^system-ui/);
});

const chooseTheme = (page: Page, theme: string) => choose(page, 'Theme', theme);

async function choose(page: Page, setting: string, option: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(setting) }).click();
  await page.getByRole('option', { name: option }).click();
}

/** Presses a key in the manager as a keyboard would: the debugger's keys do not reach the menu. */
/** Presses a key in the manager. Electron drops it unless the window has the focus, as a user's would go elsewhere. */
async function pressKey(app: App, keyCode: string, modifiers: 'control'[]): Promise<void> {
  await until('the manager with the focus', () =>
    app.electron.evaluate(({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows().find((each) =>
        each.webContents.getURL().endsWith('/manager.html'),
      );
      window?.focus();
      return window?.isFocused();
    }),
  );
  await app.electron.evaluate(
    ({ BrowserWindow }, [key, held]) => {
      const contents = BrowserWindow.getAllWindows()
        .map(({ webContents }) => webContents)
        .find((each) => each.getURL().endsWith('/manager.html'));
      contents?.sendInputEvent({ type: 'keyDown', keyCode: key, modifiers: held });
      contents?.sendInputEvent({ type: 'keyUp', keyCode: key, modifiers: held });
    },
    [keyCode, modifiers] as const,
  );
}

function menuIsShown(app: App): Promise<boolean | undefined> {
  return app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((each) => each.webContents.getURL().endsWith('/manager.html'))
      ?.isMenuBarVisible(),
  );
}

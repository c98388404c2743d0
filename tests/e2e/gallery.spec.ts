import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, expect, type Page } from '@playwright/test';
import { serveBuiltGallery } from '../../build/gallery.ts';
import { environmentOf, root, switchesOf } from '../driver/app.ts';
import { test } from '../driver/desktop-session.ts';
import { newProfile, removeProfiles } from '../driver/profiles.ts';
import { axeViolations } from '../support/e2e/axe.ts';
import { textFaults } from '../support/e2e/text-faults.ts';

const folder = mkdtempSync(join(tmpdir(), 'oxygauge-gallery-'));
test.afterAll(async () => {
  await removeProfiles();
  rmSync(folder, { recursive: true, force: true });
});

/**
 * A window on an address, and nothing else. Ready comes only after the module, so it cannot be awaited in it; a state with
 * an unsaved password would keep the window from closing.
 */
const browser = `
  import { app, BrowserWindow } from 'electron';
  app.whenReady().then(() => {
    const window = new BrowserWindow({ width: 1180, height: 900 });
    window.webContents.on('will-prevent-unload', (event) => event.preventDefault());
    return window.loadURL(process.env.ADDRESS);
  });`;

/** Opens an address in a bare Electron, whose Chromium is the app's. */
function openInBrowser(address: string) {
  const manifest = { name: 'browser', version: '0.0.0', type: 'module', main: 'main.js' };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, manifest.main), browser);
  return _electron.launch({
    executablePath: process.env.OXYGAUGE_ELECTRON ?? '',
    args: [folder, ...switchesOf({}, newProfile())],
    chromiumSandbox: process.getuid?.() !== 0,
    env: environmentOf({ environment: { ADDRESS: address } }),
  });
}

async function allWindowsShown(page: Page): Promise<void> {
  const windows = page.locator('iframe');
  const count = await windows.count();
  expect(count).toBeGreaterThan(15);
  for (let index = 0; index < count; index += 1) {
    const shown = windows.nth(index);
    // Each is loaded once it is in view.
    await shown.scrollIntoViewIfNeeded();
    await expect(shown.contentFrame().locator('main, [role*=dialog]').first()).toBeVisible();
  }
}

/** A letter is about 0.55 em wide, so that texts get 12 % wider: as wide as those of the widest desktop font. */
const wider = '* { letter-spacing: 0.066em !important; }';

/** Checks that no state of the popover cuts a text but a name. */
async function popoversHoldWideFont(page: Page): Promise<void> {
  const popovers = page.frames().filter((frame) => frame.url().includes('window=popover'));
  expect(popovers.length).toBeGreaterThan(12);
  for (const frame of popovers) {
    await frame.evaluate(async (rule) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(rule);
      document.adoptedStyleSheets.push(sheet);
    }, wider);
    // The frame follows its content, as the window does.
    await expect
      .poll(() => frame.evaluate(() => document.documentElement.scrollHeight - innerHeight))
      .toBeLessThanOrEqual(0);
    const cut = (await textFaults(frame)).filter((fault) => !fault.startsWith('Not in the catalogue'));
    expect(cut, frame.url()).toEqual([]);
  }
}

test('the gallery shows every part and state without an error, in light and dark', async () => {
  const gallery = await serveBuiltGallery(root, join(folder, 'built'));
  const electron = await openInBrowser(gallery.address);
  try {
    const page = await electron.firstWindow();
    const errors: string[] = [];
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    page.on('pageerror', (error) => errors.push(error.message));
    await expect(page.getByRole('heading', { name: 'Gallery' })).toBeVisible();
    await allWindowsShown(page);
    await expect(page.frameLocator('iframe[title="popover, no data"]').getByRole('alert')).toBeVisible();
    await popoversHoldWideFont(page);
    expect(errors).toEqual([]);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      expect(await axeViolations(page)).toEqual([]);
    }
  } finally {
    await electron.close();
    await gallery.close();
  }
});

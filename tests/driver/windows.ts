import type { Page } from '@playwright/test';
import type { App } from './app.ts';
import type { TrayHost } from './tray-host.ts';
import { until } from './until.ts';

type Look = { visible: boolean; bounds: { x: number; y: number; width: number; height: number } };

/** Returns what Electron reports about one of our windows; null if it does not exist. */
export function lookAt(app: App, page: 'manager' | 'popover'): Promise<Look | null> {
  return app.electron.evaluate(({ BrowserWindow }, name) => {
    const window = BrowserWindow.getAllWindows().find((each) =>
      each.webContents.getURL().endsWith(`/${name}.html`),
    );
    return window === undefined ? null : { visible: window.isVisible(), bounds: window.getBounds() };
  }, page);
}

export function shown(app: App, page: 'manager' | 'popover'): Promise<Look> {
  return until(`the ${page} on the screen`, async () => {
    const look = await lookAt(app, page);
    return look?.visible === true ? look : null;
  });
}

export function hidden(app: App, page: 'manager' | 'popover'): Promise<true> {
  return until(`the ${page} gone from the screen`, async () => (await lookAt(app, page))?.visible !== true);
}

/** Returns the process id of a window's page. Waits until there is one. */
export function pageProcess(app: App, page: 'manager' | 'popover'): Promise<number> {
  return until(`the page of the ${page}`, () =>
    app.electron.evaluate(({ BrowserWindow }, name) => {
      const contents = BrowserWindow.getAllWindows()
        .map(({ webContents }) => webContents)
        .find((each) => each.getURL().endsWith(`/${name}.html`));
      if (contents === undefined || contents.isCrashed() || contents.isLoading()) return null;
      return contents.getOSProcessId();
    }, page),
  );
}

/** Returns the text of a window's page through main, because Playwright does not follow a page into another process. */
export function wordsOn(app: App, page: 'manager' | 'popover'): Promise<string | null> {
  return app.electron.evaluate(async ({ BrowserWindow }, name) => {
    const contents = BrowserWindow.getAllWindows()
      .map(({ webContents }) => webContents)
      .find((each) => each.getURL().endsWith(`/${name}.html`));
    if (contents === undefined || contents.isCrashed() || contents.isLoading()) return null;
    // A page that is being replaced may never answer; the next look asks its successor.
    const words: unknown = await Promise.race([
      contents.executeJavaScript('document.body.innerText').catch(() => null),
      new Promise((late) => setTimeout(() => late(null), 300)),
    ]);
    return words === null ? null : String(words);
  }, page);
}

/**
 * Kills the process of a window's page, and waits until the page is reloaded or its window closed. A page that is queried
 * while it ends leaves an error in the app's output.
 */
export function killPage(app: App, page: 'manager' | 'popover'): Promise<void> {
  return app.electron.evaluate(async ({ BrowserWindow }, name) => {
    const contents = BrowserWindow.getAllWindows()
      .map(({ webContents }) => webContents)
      .find((each) => each.getURL().endsWith(`/${name}.html`));
    if (contents === undefined) throw new Error(`There is no ${name}.`);
    const over = new Promise<void>((done) => {
      contents.once('did-finish-load', () => done());
      contents.once('destroyed', () => done());
    });
    process.kill(contents.getOSProcessId(), 'SIGKILL');
    await over;
  }, page);
}

/** Returns the process ids of the app's pages, as Electron lists them. Pages of one origin may share a process. */
export async function pageProcesses(app: App): Promise<number[]> {
  const pids = await app.electron.evaluate(({ app: running }) =>
    running
      .getAppMetrics()
      .filter(({ type }) => type === 'Tab')
      .map(({ pid }) => pid),
  );
  if (pids.length === 0) throw new Error('There is no page.');
  return pids;
}

/**
 * Opens the popover by a click on the tray. Waits for the manager first: if it appeared later it would take the focus, and
 * the popover closes when it loses that.
 */
export async function openPopover(app: App, tray: TrayHost): Promise<Page> {
  await shown(app, 'manager');
  await tray.click();
  await shown(app, 'popover');
  return app.window('popover');
}

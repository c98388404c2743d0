import type { App } from './app.ts';
import { until } from './until.ts';

type Look = { visible: boolean; bounds: { x: number; y: number; width: number; height: number } };

/** What the system says of one of our windows; null where it does not exist. */
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

/** The process of a window's page, and the words on it, asked of the system: a page that ended says nothing to Playwright any more. */
export function pageOf(app: App, page: 'manager' | 'popover'): Promise<{ pid: number; text: string } | null> {
  return app.electron.evaluate(async ({ BrowserWindow }, name) => {
    const contents = BrowserWindow.getAllWindows()
      .map(({ webContents }) => webContents)
      .find((each) => each.getURL().endsWith(`/${name}.html`));
    if (contents === undefined || contents.isCrashed() || contents.isLoading()) return null;
    // One that is on its way may never answer.
    const text: unknown = await Promise.race([
      contents.executeJavaScript('document.body.innerText').catch(() => ''),
      new Promise((late) => setTimeout(() => late(''), 300)),
    ]);
    return { pid: contents.getOSProcessId(), text: String(text) };
  }, page);
}

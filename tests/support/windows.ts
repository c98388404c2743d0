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

import { app, BrowserWindow, type BrowserWindowConstructorOptions, nativeTheme } from 'electron';
import { appOrigin } from './app-scheme.ts';

export type PageName = 'popover' | 'manager';

/** A hidden window on one of our pages, with the guards that every page has. */
export function openPage(
  page: PageName,
  preload: string,
  options: BrowserWindowConstructorOptions,
): BrowserWindow {
  const window = new BrowserWindow({
    show: false,
    autoHideMenuBar: true,
    // The theme's ground, so that a window does not flash before its page is drawn.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#16191c' : '#ffffff',
    ...options,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      devTools: !app.isPackaged,
      // Its dictionaries would be downloaded from elsewhere.
      spellcheck: false,
    },
  });
  window.removeMenu();
  void window.loadURL(`${appOrigin}/${page}.html`);
  return window;
}

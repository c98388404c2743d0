import { app, BrowserWindow, type BrowserWindowConstructorOptions, nativeTheme } from 'electron';
import { appOrigin } from './app-scheme.ts';
import { hasHandlesForWindow } from './file-handles.ts';
import { sayNoRoom } from './no-room.ts';
import { careForPage } from './page-care.ts';

export type PageName = 'popover' | 'manager';

/** A hidden window on one of our pages, with the guards that every page has; null, and said, where none can be opened now. */
export function openPage(
  page: PageName,
  preload: string,
  options: BrowserWindowConstructorOptions,
): BrowserWindow | null {
  if (!hasHandlesForWindow()) {
    sayNoRoom();
    return null;
  }
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
  const load = () => {
    // A load that is cut short, as by the end of the page's process, is told by other events.
    window.loadURL(`${appOrigin}/${page}.html`).catch(() => {});
  };
  careForPage(window, { name: page, holdsInput: page === 'manager', load });
  load();
  return window;
}

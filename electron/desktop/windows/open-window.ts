import { app, BrowserWindow, type BrowserWindowConstructorOptions, nativeImage, nativeTheme } from 'electron';
import { hasHandlesForWindow } from '../recovery/file-handles.ts';
import { reportOutOfHandles } from '../recovery/out-of-handles.ts';
import { recoverPage } from '../recovery/page-recovery.ts';
import { drawAppGauge } from '../tray/app-gauge.ts';
import { appOrigin } from './app-scheme.ts';

export type PageName = 'popover' | 'manager';

/**
 * Opens a hidden window on one of our pages, with the guards that every page has. Returns null, and informs the user, if
 * none can be opened now.
 */
export function openWindow(
  page: PageName,
  preload: string,
  options: BrowserWindowConstructorOptions,
): BrowserWindow | null {
  if (!hasHandlesForWindow()) {
    reportOutOfHandles();
    return null;
  }
  const window = new BrowserWindow({
    show: false,
    // --canvas of the theme, so that a window does not flash before its page is drawn.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#101416' : '#f6f8f8',
    ...linuxIcon(),
    ...options,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      devTools: !app.isPackaged,
      // Its dictionaries would be downloaded from a third party.
      spellcheck: false,
    },
  });
  // Hidden, the application menu still brings the manager its keys.
  if (page === 'manager') window.setMenuBarVisibility(false);
  else window.removeMenu();
  const load = () => {
    // Other events report a load that was cut short, for example by a crash.
    window.loadURL(`${appOrigin}/${page}.html`).catch(() => {});
  };
  recoverPage(window, { name: page, holdsInput: page === 'manager', load });
  load();
  return window;
}

/** Runs `run` once, when a new window has something to show. */
export function onceReady(window: BrowserWindow, run: () => void): void {
  let done = false;
  const first = () => {
    if (!done) run();
    done = true;
  };
  window.once('ready-to-show', first);
  // Wayland never draws a hidden window, so `ready-to-show` would never fire (electron#48859).
  if (process.platform === 'linux') window.webContents.once('did-finish-load', first);
}

const iconSide = 128;

/** Returns the icon of a window on X11, which knows it from no file. Other systems take that of the program. */
function linuxIcon(): BrowserWindowConstructorOptions {
  if (process.platform !== 'linux') return {};
  const size = { width: iconSide, height: iconSide };
  return { icon: nativeImage.createFromBitmap(drawAppGauge(iconSide), size) };
}

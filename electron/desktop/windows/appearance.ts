import { app, BrowserWindow, nativeTheme } from 'electron';
import type { Settings } from '../../contract/settings.ts';

type Appearance = { settings: Pick<Settings, 'theme' | 'textSizePercent'> };
type Source = {
  getState(): Appearance;
  subscribe(listener: (state: Appearance, before: Appearance) => void): unknown;
};

/** Gives every window the theme and the text size of the settings, those that open later too. */
export function followAppearance({ getState, subscribe }: Source): void {
  const zoom = (window: BrowserWindow) => {
    if (!window.isDestroyed()) window.webContents.setZoomFactor(getState().settings.textSizePercent / 100);
  };
  nativeTheme.themeSource = getState().settings.theme;
  app.on('browser-window-created', (_event, window) => {
    // A page has its zoom only once it is loaded. Before it is shown: this listener is the first.
    window.webContents.on('did-finish-load', () => zoom(window));
  });
  subscribe(({ settings }, before) => {
    if (settings.theme !== before.settings.theme) nativeTheme.themeSource = settings.theme;
    if (settings.textSizePercent !== before.settings.textSizePercent)
      for (const window of BrowserWindow.getAllWindows()) zoom(window);
  });
}

import { app, powerMonitor } from 'electron';

/**
 * The computer shuts down or the person logs out: the app quits as if told to. Linux and macOS tell the app, Windows each
 * window. Signals (SIGTERM, SIGINT, SIGHUP) are Electron's: it quits in the same way.
 */
export function quitWithSession(): void {
  powerMonitor.on('shutdown', () => app.quit());
  app.on('browser-window-created', (_event, window) => {
    window.on('session-end', () => app.quit());
  });
}

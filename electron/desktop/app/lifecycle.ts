import { app, BrowserWindow, Menu, powerMonitor } from 'electron';
import { holdCalls } from './held-calls.ts';
import { type Show, usernameIn } from './show.ts';

export type LifecycleParts = {
  /** Shows the manager, at a sub-user if it names one. */
  showManager: (username: string | null) => void;
  /** Returns whether nothing would be lost; otherwise the user is asked. */
  mayQuit: () => boolean;
  beforeQuit: () => void;
};

export type Lifecycle = {
  /** Hands over the requests for a window, first those so far, and the end of the app. */
  connect(parts: LifecycleParts): void;
};

/**
 * Removes the application menu, which only macOS shows. Before the app is ready, since Electron would otherwise build its
 * own menu then, before the tray is shown.
 */
export function removeMenu(): void {
  if (process.platform !== 'darwin') Menu.setApplicationMenu(null);
}

/**
 * Keeps the app running without a window and ends it with the session. Linux and macOS report the end of a session to
 * the app, Windows to each window; signals (SIGTERM, SIGINT, SIGHUP) quit by Electron's own handling.
 */
export function followLifecycle(shown: Show | null): Lifecycle {
  const managerAsked = holdCalls<[username: string | null]>();
  if (shown !== null) managerAsked.call(shown.username);
  // Of a second instance only the name to show is read: any program can start one.
  app.on('second-instance', (_event, _words, _folder, handed) => managerAsked.call(usernameIn(handed)));
  app.on('activate', () => managerAsked.call(null));
  app.on('window-all-closed', () => {});
  let sessionEnds = false;
  const endWithSession = () => {
    sessionEnds = true;
    // A page that asks a question would keep the computer from turning off.
    for (const window of BrowserWindow.getAllWindows()) window.destroy();
    app.quit();
  };
  powerMonitor.on('shutdown', endWithSession);
  app.on('browser-window-created', (_event, window) => {
    window.on('session-end', endWithSession);
  });
  return {
    connect({ showManager, mayQuit, beforeQuit }) {
      app.on('before-quit', (event) => {
        if (sessionEnds || mayQuit()) beforeQuit();
        else event.preventDefault();
      });
      managerAsked.connect(showManager);
    },
  };
}

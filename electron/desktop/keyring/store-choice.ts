import { app } from 'electron';

/**
 * Chooses the Secret Service before Chromium looks for a keyring. By itself it takes none on a desktop that it does not
 * know, such as sway or i3, although one runs (electron#39789).
 */
export function chooseKeyring(): void {
  if (process.platform !== 'linux' || app.commandLine.hasSwitch('password-store') || isKde()) return;
  app.commandLine.appendSwitch('password-store', 'gnome-libsecret');
}

/** Returns whether the session is one of KDE's, where Chromium takes KWallet. */
function isKde(): boolean {
  const { XDG_CURRENT_DESKTOP = '', DESKTOP_SESSION = '', KDE_FULL_SESSION } = process.env;
  const isNamed = XDG_CURRENT_DESKTOP.split(':').includes('KDE') || /^(?:kde|plasma)/i.test(DESKTOP_SESSION);
  return isNamed || KDE_FULL_SESSION !== undefined;
}

import { type BrowserWindow, screen } from 'electron';
import type { WindowFile } from '../../storage/window-file.ts';
import { placeManager, smallestManager } from './manager-placement.ts';
import { onceReady, openWindow } from './open-window.ts';

/** Holds the manager window: one at a time, destroyed when closed. What must go on lives in the main process. */
export class Manager {
  readonly #preload: string;
  readonly #file: WindowFile;
  /** Called when the user closed the window. */
  onClosed: () => void = () => {};
  #window: BrowserWindow | null = null;
  #holds = false;

  constructor(preload: string, file: WindowFile) {
    this.#preload = preload;
    this.#file = file;
  }

  /** Notes whether the page holds something that closing would lose. */
  hold(holds: boolean): void {
    this.#holds = holds;
  }

  /** Returns whether the window may be closed without a loss. If not, it is shown, and its page asks. */
  mayClose(): boolean {
    const window = this.#window;
    if (!this.#holds || window === null || window.isDestroyed()) return true;
    this.show();
    window.close();
    return false;
  }

  /** Returns whether the page can be replaced without a loss. If not, the window is shown with what it holds. */
  mayLeave(): boolean {
    const window = this.#window;
    if (!this.#holds || window === null || window.isDestroyed()) return true;
    this.show();
    return false;
  }

  /** Loads the page again, for another account. */
  reload(): void {
    if (this.#window?.isDestroyed() === false) this.#window.webContents.reload();
  }

  /** Opens the window where it was left, or brings the open one to the front. */
  show(): void {
    const open = this.#window;
    // A closing window is destroyed before `closed` fires.
    if (open !== null && !open.isDestroyed()) {
      if (open.isMinimized()) open.restore();
      open.show();
      open.focus();
      return;
    }
    const { bounds, maximized } = this.#file.read();
    const workAreas = screen.getAllDisplays().map(({ workArea }) => workArea);
    const window = openWindow('manager', this.#preload, {
      ...placeManager(bounds, workAreas),
      minWidth: smallestManager.width,
      minHeight: smallestManager.height,
      title: 'Oxygauge',
    });
    if (window === null) return;
    this.#window = window;
    this.#holds = false;
    // A page that crashed holds nothing any more.
    window.webContents.on('render-process-gone', () => this.hold(false));
    onceReady(window, () => {
      if (maximized) window.maximize();
      window.show();
    });
    // A quit closes the window too.
    window.on('close', () => {
      this.#file.keep({ bounds: window.getNormalBounds(), maximized: window.isMaximized() });
    });
    window.on('closed', () => {
      if (this.#window !== window) return;
      this.#window = null;
      this.onClosed();
    });
  }
}

import type { BrowserWindow } from 'electron';
import { openPage } from './pages.ts';

/** The manager window: one at a time, let go when it is closed. What must go on lives in the main process. */
export class Manager {
  readonly #preload: string;
  readonly #onClosed: () => void;
  #window: BrowserWindow | null = null;

  constructor(preload: string, onClosed: () => void) {
    this.#preload = preload;
    this.#onClosed = onClosed;
  }

  /** Opens the window, or brings the open one to the front. */
  show(): void {
    const open = this.#window;
    // One that is being closed is gone before it says so.
    if (open !== null && !open.isDestroyed()) {
      if (open.isMinimized()) open.restore();
      open.show();
      open.focus();
      return;
    }
    const window = openPage('manager', this.#preload, {
      width: 1100,
      height: 720,
      minWidth: 720,
      minHeight: 480,
      title: 'Oxygauge',
    });
    if (window === null) return;
    this.#window = window;
    window.once('ready-to-show', () => window.show());
    window.on('closed', () => {
      if (this.#window !== window) return;
      this.#window = null;
      this.#onClosed();
    });
  }
}

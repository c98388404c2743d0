import { type BrowserWindow, type BrowserWindowConstructorOptions, screen } from 'electron';
import type { WindowFile } from '../../storage/window-file.ts';
import { say } from '../../text/say.ts';
import { onceReady, openWindow } from './open-window.ts';
import {
  fittedHeight,
  framedHeightIn,
  type Point,
  placePopover,
  pressedAt,
  type Rectangle,
  type Size,
  zoomedSize,
} from './popover-placement.ts';

/** At the usual text size. The height is that of the content. */
const widthPx = 380;
const firstHeightPx = 480;
/** A hidden window takes some 54 MB, so it is destroyed after this long unused. */
const keepWarmMs = 10 * 60_000;
/**
 * A click on the tray takes the focus first, so the popover hides before the click arrives. That click must not reopen it.
 */
const sameClickMs = 300;

export type PopoverParts = {
  preload: string;
  /** False on Wayland, where windows cannot be positioned. The popover is an ordinary small window there. */
  floating: boolean;
  now: () => number;
  /** Returns where the pointer is. */
  pointer: () => Promise<Point>;
  /** How large texts are, in percent of the usual size. Pages of one origin have one zoom, so the window grows with it. */
  textSizePercent: () => number;
  /** Keeps the last height, so that nothing jumps when it opens. */
  file: Pick<WindowFile, 'read' | 'keep'>;
  onVisible: (visible: boolean) => void;
};

/**
 * Holds the window at the tray: created at its first use, hidden by Escape, blur or a second click, and kept for a while.
 */
export class Popover {
  readonly #parts: PopoverParts;
  #window: BrowserWindow | null = null;
  #destruction: NodeJS.Timeout | null = null;
  #blurredAt = Number.NEGATIVE_INFINITY;
  #wanted = false;
  #tray: Rectangle = { x: 0, y: 0, width: 0, height: 0 };
  /** Each press asks for the pointer, and only the last answer counts. */
  #pointer: Promise<Point> = Promise.resolve({ x: 0, y: 0 });
  #anchor: Point = { x: 0, y: 0 };
  #heightPx: number;

  constructor(parts: PopoverParts) {
    this.#parts = parts;
    this.#heightPx = fittedHeight(parts.file.read().popoverHeight ?? firstHeightPx);
  }

  toggle(tray: Rectangle): void {
    if (this.#wanted) this.hide();
    else if (this.#parts.now() - this.#blurredAt > sameClickMs) this.show(tray);
  }

  show(tray: Rectangle): void {
    this.#wanted = true;
    this.#tray = tray;
    this.#pointer = this.#parts.pointer();
    this.#cancelDestruction();
    const ready = this.#window;
    if (ready !== null && !ready.isDestroyed()) {
      void this.#present(ready);
      return;
    }
    const window = this.#open();
    if (window === null) {
      this.#wanted = false;
      return;
    }
    onceReady(window, () => void this.#present(window));
  }

  hide(): void {
    this.#wanted = false;
    if (this.#window?.isDestroyed() === false) this.#window.hide();
  }

  /** Loads the page again, for another account. */
  reload(): void {
    if (this.#window?.isDestroyed() === false) this.#window.webContents.reload();
  }

  /** Makes the window as tall as its content, from the edge at the tray. `heightPx` is in CSS pixels. */
  fit(heightPx: number): void {
    const fitted = fittedHeight(heightPx);
    if (fitted === this.#heightPx) return;
    this.#heightPx = fitted;
    if (this.#window?.isDestroyed() === false) this.#place(this.#window);
    this.#parts.file.keep({ popoverHeight: fitted });
  }

  async #present(window: BrowserWindow): Promise<void> {
    const asked = this.#pointer;
    const pointer = await asked;
    if (!this.#wanted || asked !== this.#pointer || window.isDestroyed()) return;
    const { scaleFactor } = screen.getDisplayNearestPoint(pointer);
    this.#anchor = pressedAt(this.#tray, pointer, scaleFactor);
    this.#place(window);
    window.show();
    window.focus();
  }

  #place(window: BrowserWindow): void {
    const { width, height } = this.#size();
    if (this.#parts.floating)
      window.setBounds(placePopover(this.#tray, this.#anchor, screen.getAllDisplays(), { width, height }));
    else window.setContentSize(width, Math.min(height, framedHeightIn(screen.getPrimaryDisplay().workArea)));
  }

  #size(): Size {
    return zoomedSize({ width: widthPx, height: this.#heightPx }, this.#parts.textSizePercent());
  }

  #open(): BrowserWindow | null {
    const { floating, onVisible } = this.#parts;
    const window = openWindow('popover', this.#parts.preload, {
      ...this.#size(),
      ...frameOf(floating),
      title: say('appearance.popoverTitle'),
      resizable: false,
      maximizable: false,
      fullscreenable: false,
    });
    if (window === null) return null;
    this.#window = window;
    // Both pages are Oxygauge, but each window has a name in the list of windows.
    window.on('page-title-updated', (event) => event.preventDefault());
    window.on('show', () => onVisible(true));
    window.on('hide', () => {
      this.#wanted = false;
      this.#cancelDestruction();
      this.#destruction = setTimeout(() => window.destroy(), keepWarmMs);
      onVisible(false);
    });
    window.on('blur', () => {
      // A window that was hidden on purpose loses the focus later, on X11 even after it was shown and focused again (Electron
      // 33, measured). That blur must neither hide it nor swallow the next click.
      if (!floating || !this.#wanted || !window.isVisible() || window.isFocused()) return;
      this.#blurredAt = this.#parts.now();
      this.hide();
    });
    window.on('closed', () => {
      if (this.#window !== window) return;
      this.#cancelDestruction();
      this.#window = null;
      this.#wanted = false;
      onVisible(false);
    });
    return window;
  }

  #cancelDestruction(): void {
    if (this.#destruction !== null) clearTimeout(this.#destruction);
    this.#destruction = null;
  }
}

/** Floats above other windows and is in no taskbar; where windows cannot be placed, it has a frame around its content. */
function frameOf(floating: boolean): BrowserWindowConstructorOptions {
  if (!floating) return { frame: true, useContentSize: true };
  // skipTaskbar does nothing on Linux, where window managers go by the type.
  const type = process.platform === 'linux' ? { type: 'toolbar' } : {};
  return { ...type, frame: false, skipTaskbar: true, alwaysOnTop: true };
}

import { type BrowserWindow, screen } from 'electron';
import { openPage } from './pages.ts';
import { placePopover, type Rectangle } from './placement.ts';

const size = { width: 360, height: 600 };
/** A hidden window costs some 54 MB: it is let go when it was not used for this long. */
const keepWarmMs = 10 * 60_000;
/** A click on the tray takes the focus first, so the popover hides before the click arrives: that click must not reopen it. */
const sameClickMs = 300;

export type PopoverParts = {
  preload: string;
  /** False on Wayland, which lets no window be placed: there the popover is an ordinary small window. */
  floating: boolean;
  now: () => number;
  onVisible: (visible: boolean) => void;
};

/** The window at the tray: made at the first use, hidden by Escape, blur or a second click, kept warm for a while. */
export class Popover {
  readonly #parts: PopoverParts;
  #window: BrowserWindow | null = null;
  #letGo: NodeJS.Timeout | null = null;
  #blurredAt = Number.NEGATIVE_INFINITY;
  #wanted = false;

  constructor(parts: PopoverParts) {
    this.#parts = parts;
  }

  toggle(tray: Rectangle): void {
    if (this.#wanted) this.hide();
    else if (this.#parts.now() - this.#blurredAt > sameClickMs) this.show(tray);
  }

  show(tray: Rectangle): void {
    this.#wanted = true;
    this.#stopLettingGo();
    const ready = this.#window;
    if (ready !== null && !ready.isDestroyed()) {
      this.#present(ready, tray);
      return;
    }
    const window = this.#open();
    if (window === null) {
      this.#wanted = false;
      return;
    }
    window.once('ready-to-show', () => {
      if (this.#wanted) this.#present(window, tray);
    });
  }

  hide(): void {
    this.#wanted = false;
    if (this.#window?.isDestroyed() === false) this.#window.hide();
  }

  #present(window: BrowserWindow, tray: Rectangle): void {
    if (this.#parts.floating) {
      const at = placePopover(tray, screen.getCursorScreenPoint(), screen.getAllDisplays(), size);
      window.setBounds({ ...at, ...size });
    }
    window.show();
    window.focus();
  }

  #open(): BrowserWindow | null {
    const { floating, onVisible } = this.#parts;
    const window = openPage('popover', this.#parts.preload, {
      ...size,
      title: 'Oxygauge',
      frame: !floating,
      resizable: !floating,
      maximizable: false,
      fullscreenable: false,
      skipTaskbar: floating,
      alwaysOnTop: floating,
    });
    if (window === null) return null;
    this.#window = window;
    window.on('show', () => onVisible(true));
    window.on('hide', () => {
      this.#wanted = false;
      this.#stopLettingGo();
      this.#letGo = setTimeout(() => window.destroy(), keepWarmMs);
      onVisible(false);
    });
    window.on('blur', () => {
      // One that was hidden on purpose loses the focus too, sooner or later: the next click is meant.
      if (!floating || !this.#wanted || !window.isVisible()) return;
      this.#blurredAt = this.#parts.now();
      this.hide();
    });
    window.on('closed', () => {
      if (this.#window !== window) return;
      this.#stopLettingGo();
      this.#window = null;
      this.#wanted = false;
      onVisible(false);
    });
    return window;
  }

  #stopLettingGo(): void {
    if (this.#letGo !== null) clearTimeout(this.#letGo);
    this.#letGo = null;
  }
}

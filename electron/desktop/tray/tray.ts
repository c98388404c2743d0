import { holdCalls } from '../app/held-calls.ts';
import { electronTray } from './electron-tray.ts';
import type { ShownIcon, TakeAsk } from './shown-icon.ts';
import type { TrayModel } from './tray-model.ts';

/** Shows the icon in the system tray: as an item of the session bus where a host takes it, and else by Electron. */
export class TrayIcon {
  readonly #asked = holdCalls<Parameters<TakeAsk>>();
  readonly #take: TakeAsk = (ask, tray) => this.#asked.call(ask, tray);
  #model: TrayModel;
  #icon: ShownIcon | null = null;
  #placed: Promise<void> = Promise.resolve();

  constructor(model: TrayModel) {
    this.#model = model;
  }

  /** Hands over what the user asks for by a click or the menu, first what was asked before this call. */
  connect(take: TakeAsk): void {
    this.#asked.connect(take);
  }

  show(model: TrayModel): void {
    this.#model = model;
    this.#icon?.show(model);
  }

  /** Places the icon, again for a new tray host, because the old one may be registered nowhere. */
  place(): Promise<void> {
    this.#placed = this.#placed.then(() => this.#place());
    return this.#placed;
  }

  async #place(): Promise<void> {
    this.#icon?.remove();
    this.#icon = null;
    if (process.platform === 'linux') this.#icon = await this.#placeItem();
    if (this.#icon === null) this.#placeByElectron();
  }

  /** Loads the D-Bus library only where it is needed: it is larger than all that a start needs before the tray. */
  async #placeItem(): Promise<ShownIcon | null> {
    const { registerItem } = await import('./status-item.ts');
    const model = this.#model;
    const item = await registerItem(model, { take: this.#take, onLost: () => this.#placeByElectron() });
    // It may have changed while the host was asked.
    item?.show(this.#model);
    return item;
  }

  #placeByElectron(): void {
    this.#icon = electronTray(this.#model, this.#take);
  }
}

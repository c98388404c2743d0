import { Menu, type MenuItemConstructorOptions, Tray } from 'electron';
import { holdCalls } from '../app/held-calls.ts';
import type { Rectangle } from '../windows/popover-placement.ts';
import { trayIcon } from './tray-icon.ts';
import type { TrayMeter } from './tray-meter.ts';
import type { TrayActionName, TrayItem, TrayModel } from './tray-model.ts';

/** Shows the icon in the system tray, and redraws it only where its content has changed. */
export class TrayIcon {
  readonly #asked = holdCalls<[ask: TrayActionName | 'click', tray: Rectangle]>();
  #model: TrayModel;
  #tray: Tray;

  constructor(model: TrayModel) {
    this.#model = model;
    this.#tray = this.#make();
  }

  /** Hands over what the user asks for by a click or the menu, first what was asked before this call. */
  connect(take: (ask: TrayActionName | 'click', tray: Rectangle) => void): void {
    this.#asked.connect(take);
  }

  show(model: TrayModel): void {
    const shown = this.#model;
    this.#model = model;
    if (!isSameMeter(shown.meter, model.meter)) this.#tray.setImage(trayIcon(model.meter));
    if (shown.tooltip !== model.tooltip) this.#tray.setToolTip(model.tooltip);
    if (shown.title !== model.title) this.#tray.setTitle(model.title);
    if (JSON.stringify(shown.items) !== JSON.stringify(model.items))
      this.#tray.setContextMenu(this.#menu(model.items));
  }

  /** Creates the icon again for a new tray host, because the old one may be registered nowhere. */
  remake(): void {
    this.#tray.destroy();
    this.#tray = this.#make();
  }

  #make(): Tray {
    const { meter, tooltip, title, items } = this.#model;
    const tray = new Tray(trayIcon(meter));
    tray.on('click', (_event, bounds) => this.#asked.call('click', bounds));
    tray.on('double-click', (_event, bounds) => this.#asked.call('click', bounds));
    tray.setToolTip(tooltip);
    if (title !== '') tray.setTitle(title);
    tray.setContextMenu(this.#menu(items));
    return tray;
  }

  #menu(items: readonly TrayItem[]): Menu {
    return Menu.buildFromTemplate(items.map((item) => this.#menuItem(item)));
  }

  #menuItem(item: TrayItem): MenuItemConstructorOptions {
    switch (item.kind) {
      case 'text':
        return { label: plainLabel(item.label), enabled: false };
      case 'separator':
        return { type: 'separator' };
      case 'action':
        return {
          label: plainLabel(item.label),
          enabled: item.enabled,
          click: () => this.#asked.call(item.action, this.#tray.getBounds()),
        };
    }
  }
}

function isSameMeter(one: TrayMeter, other: TrayMeter): boolean {
  return one.tone === other.tone && one.step === other.step;
}

/** Escapes ampersands, which would mark access keys in a username. */
function plainLabel(label: string): string {
  return label.replaceAll('&', '&&');
}

import { Menu, type MenuItemConstructorOptions, Tray } from 'electron';
import type { Snapshot } from '../contract/snapshot.ts';
import type { Rectangle } from './placement.ts';
import { trayIcon } from './tray-icon.ts';
import type { TrayMeter } from './tray-meter.ts';
import { type TrayActionName, type TrayItem, type TrayModel, trayModel } from './tray-model.ts';

export type TrayParts = {
  source: { current(): { slices: Snapshot }; subscribe(listener: () => void): () => void };
  now: () => number;
  onClick: (tray: Rectangle) => void;
  onAction: (action: TrayActionName) => void;
};

const starting: TrayMeter = { tone: 'starting', step: 0 };
/** The age of the figures is told in minutes. */
const ageTickMs = 30_000;

/** The icon in the system tray. It is redrawn only when what it shows has changed. */
export class TrayIcon {
  readonly #parts: TrayParts;
  #tray: Tray;
  #shown: TrayModel | null = null;

  constructor(parts: TrayParts) {
    this.#parts = parts;
    this.#tray = this.#make();
    parts.source.subscribe(() => this.#show());
    setInterval(() => this.#show(), ageTickMs);
  }

  bounds(): Rectangle {
    return this.#tray.getBounds();
  }

  /** A tray host has arrived: an icon made before it may have registered with nobody. */
  remake(): void {
    this.#tray.destroy();
    this.#shown = null;
    this.#tray = this.#make();
  }

  #make(): Tray {
    const tray = new Tray(trayIcon(starting));
    tray.on('click', (_event, bounds) => this.#parts.onClick(bounds));
    tray.on('double-click', (_event, bounds) => this.#parts.onClick(bounds));
    this.#show(tray);
    return tray;
  }

  #show(tray: Tray = this.#tray): void {
    const model = trayModel(this.#parts.source.current().slices, this.#parts.now());
    const shown = this.#shown;
    this.#shown = model;
    if (!isSameMeter(shown?.meter, model.meter)) tray.setImage(trayIcon(model.meter));
    if (shown?.tooltip !== model.tooltip) tray.setToolTip(model.tooltip);
    if (shown?.title !== model.title) tray.setTitle(model.title);
    if (JSON.stringify(shown?.items) !== JSON.stringify(model.items))
      tray.setContextMenu(this.#menu(model.items));
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
          click: () => this.#parts.onAction(item.action),
        };
    }
  }
}

function isSameMeter(one: TrayMeter | undefined, other: TrayMeter): boolean {
  return one !== undefined && one.tone === other.tone && one.step === other.step;
}

/** A username is text: an ampersand in it marks no access key. */
function plainLabel(label: string): string {
  return label.replaceAll('&', '&&');
}

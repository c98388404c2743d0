import { Menu, type MenuItemConstructorOptions, Tray } from 'electron';
import type { ShownIcon, TakeAsk } from './shown-icon.ts';
import { trayIcon } from './tray-icon.ts';
import { isSameMeter } from './tray-meter.ts';
import type { TrayItem, TrayModel } from './tray-model.ts';

/** Shows the icon by Electron: on macOS and Windows, and on Linux in trays of the older kind (XEmbed). */
export function electronTray(first: TrayModel, take: TakeAsk): ShownIcon {
  let shown = first;
  const tray = new Tray(trayIcon(first.meter));
  tray.on('click', (_event, bounds) => take('click', bounds));
  tray.on('double-click', (_event, bounds) => take('click', bounds));
  tray.setToolTip(first.tooltip);
  if (first.title !== '') tray.setTitle(first.title);
  tray.setContextMenu(menu(first.items));

  function menu(items: readonly TrayItem[]): Menu {
    return Menu.buildFromTemplate(items.map(menuItem));
  }

  function menuItem(item: TrayItem): MenuItemConstructorOptions {
    switch (item.kind) {
      case 'text':
        return { label: plainLabel(item.label), enabled: false };
      case 'separator':
        return { type: 'separator' };
      case 'action':
        return {
          label: plainLabel(item.label),
          enabled: item.enabled,
          click: () => take(item.action, tray.getBounds()),
        };
    }
  }

  return {
    show(model) {
      if (!isSameMeter(shown.meter, model.meter)) tray.setImage(trayIcon(model.meter));
      if (shown.tooltip !== model.tooltip) tray.setToolTip(model.tooltip);
      if (shown.title !== model.title) tray.setTitle(model.title);
      if (JSON.stringify(shown.items) !== JSON.stringify(model.items)) tray.setContextMenu(menu(model.items));
      shown = model;
    },
    remove: () => tray.destroy(),
  };
}

/** Escapes ampersands, which would mark access keys in a username. */
function plainLabel(label: string): string {
  return label.replaceAll('&', '&&');
}

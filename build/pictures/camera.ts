import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type App, launch } from '../../tests/driver/app.ts';
import { NotificationDaemon } from '../../tests/driver/notification-daemon.ts';
import { TrayHost } from '../../tests/driver/tray-host.ts';
import { shown } from '../../tests/driver/windows.ts';

const folder = process.env.OXYGAUGE_OUTPUT ?? '.';
/** Device pixels per pixel of the page, as on a dense display. */
const scale = 2;

/** Holds the parts of a desktop that the app talks to: a tray host and a notification daemon. */
export type Desktop = { tray: TrayHost; notifications: NotificationDaemon };

export async function open(options: Parameters<typeof launch>[0]): Promise<Desktop & { app: App }> {
  const tray = await TrayHost.start();
  const notifications = await NotificationDaemon.start();
  const app = await launch({ ...options, switches: [`--force-device-scale-factor=${scale}`] });
  return { tray, notifications, app };
}

export async function close(app: App, { tray, notifications }: Desktop): Promise<void> {
  await app.close();
  await tray.stop();
  await notifications.stop();
}

export async function popoverOf(app: App, tray: TrayHost): Promise<Page> {
  await tray.click();
  await shown(app, 'popover');
  const popover = await app.window('popover');
  await fitted(popover);
  return popover;
}

/** Waits until the window is as tall as its content. */
export async function fitted(popover: Page): Promise<void> {
  await popover.waitForFunction(
    () =>
      Math.abs(
        innerHeight - Math.ceil(document.querySelector('main')?.getBoundingClientRect().height ?? 0),
      ) <= 1,
  );
}

export async function take(page: Page, name: string): Promise<void> {
  // What the pointer was on last would be shown as hovered.
  await page.mouse.move(0, 0);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const path = join(folder, `${name}-${colorScheme}.png`);
    await page.screenshot({ path, scale: 'device', animations: 'disabled' });
  }
  await page.emulateMedia({ colorScheme: null });
}

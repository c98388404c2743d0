import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type App, launch } from '../../tests/support/app.ts';
import { TrayHost } from '../../tests/support/tray-host.ts';
import { shown } from '../../tests/support/windows.ts';

const folder = process.env.OXYGAUGE_OUTPUT ?? '.';

export async function open(
  scale: number,
  options: Parameters<typeof launch>[0],
): Promise<{ tray: TrayHost; app: App }> {
  const tray = await TrayHost.start();
  const app = await launch({ ...options, switches: [`--force-device-scale-factor=${scale}`] });
  return { tray, app };
}

export async function close(app: App, tray: TrayHost): Promise<void> {
  await app.close();
  await tray.stop();
}

export async function popoverOf(app: App, tray: TrayHost): Promise<Page> {
  await tray.click();
  await shown(app, 'popover');
  return app.window('popover');
}

export async function take(page: Page, name: string, scale: number): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const path = join(folder, `${name}-${colorScheme}${scale === 1 ? '' : `@${scale}x`}.png`);
    await page.screenshot({ path, scale: 'device', animations: 'disabled' });
  }
  await page.emulateMedia({ colorScheme: null });
}

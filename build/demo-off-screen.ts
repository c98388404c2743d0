import { join } from 'node:path';
import { launch } from '../tests/driver/app.ts';
import { removeProfiles } from '../tests/driver/profiles.ts';
import { TrayHost } from '../tests/driver/tray-host.ts';
import { shown } from '../tests/driver/windows.ts';

/** Shows what a user would see, inside the session that `demo.ts` started. */
const folder = process.env.OXYGAUGE_OUTPUT ?? '.';

const tray = await TrayHost.start();
const app = await launch({ demo: true });
try {
  console.log(`The tray says: ${await tray.tooltipLike(/this month .* (?:just now|ago)/)}`);
  for (const page of ['manager', 'popover'] as const) {
    if (page === 'popover') await tray.click();
    await shown(app, page);
    const window = await app.window(page);
    await window.getByText('price_monitor_eu').first().waitFor();
    const path = join(folder, `${page}.png`);
    await window.screenshot({ path });
    console.log(`A picture of the ${page}: ${path}`);
  }
} finally {
  await app.close();
  await tray.stop();
  await removeProfiles();
}

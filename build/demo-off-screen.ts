import { join } from 'node:path';
import { launch, removeProfiles } from '../tests/support/app.ts';
import { TrayHost } from '../tests/support/tray-host.ts';
import { shown } from '../tests/support/windows.ts';

/** Inside the session that `demo.ts` made: shows what a person at a screen would see. */
const folder = process.env.OXYGAUGE_OUTPUT ?? '.';

const tray = await TrayHost.start();
const app = await launch({ demo: true });
try {
  console.log(`The tray says: ${await tray.tooltipLike(/this month .* Updated/)}`);
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
  removeProfiles();
}

import { until } from '../driver/until.ts';
import { WaylandDesktop } from '../driver/wayland.ts';
import { desktop } from '../matrix/desktop.ts';
import { proves } from '../matrix/fault.ts';
import { test } from '../support/e2e/fixtures.ts';

test(proves(desktop, 'wayland'), async ({ tray, start }) => {
  const wayland = await WaylandDesktop.start();
  const inView = (count: number) =>
    until(`${count} windows on the Wayland desktop`, async () => (await wayland.windows()).length === count);
  try {
    const app = await start({ demo: true, ...wayland.launch });
    await inView(1);
    await tray.tooltipLike(/GB this month/);
    await tray.click();
    await inView(2);
    await tray.click();
    await inView(1);
    await app.close();
  } finally {
    await wayland.stop();
  }
});

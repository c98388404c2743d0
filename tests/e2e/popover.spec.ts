import { expect, type Page } from '@playwright/test';
import type { App } from '../driver/app.ts';
import { openPage, signIn } from '../driver/sign-in.ts';
import { until } from '../driver/until.ts';
import { lookAt, openPopover } from '../driver/windows.ts';
import { axeViolations } from '../support/e2e/axe.ts';
import { test } from '../support/e2e/fixtures.ts';

/** Waits until the popover's window is exactly as tall as its content, which then needs no scrolling. */
async function fits(app: App, popover: Page): Promise<number> {
  return until('a popover as tall as its content', async () => {
    const look = await lookAt(app, 'popover');
    const [content, zoom, scrolls] = await popover.evaluate(
      () =>
        [
          document.querySelector('main')?.getBoundingClientRect().height ?? 0,
          devicePixelRatio,
          document.documentElement.scrollHeight > innerHeight ||
            document.documentElement.scrollWidth > innerWidth,
        ] as const,
    );
    const wanted = Math.round(Math.ceil(content) * zoom);
    return look !== null && !scrolls && Math.abs(look.bounds.height - wanted) <= 1 && look.bounds.height;
  });
}

test('a glance at the plan, and each part leads on', async ({ server, tray, start }) => {
  server.simulator.account.monthOverride = { trafficGb: 211.7 };
  const app = await start();
  const manager = await app.window('manager');
  await signIn(manager);
  await openPage(manager, 'Settings');
  await manager.getByLabel('Plan (GB)').fill('300');
  await manager.keyboard.press('Enter');
  await tray.tooltipLike(/^211\.70 GB of 300 GB/);

  const popover = await openPopover(app, tray);
  await expect(popover.getByRole('heading', { level: 1 })).toHaveText(/^This month \p{L}+$/u);
  await expect(popover.getByRole('status')).toHaveText('211.7 of 300 GB');
  await expect(popover.getByRole('meter', { name: 'Used of the plan' })).toHaveAttribute(
    'aria-valuetext',
    '70%',
  );
  await expect(popover.getByText(/^88\.3 GB \d+ days?$/)).toBeVisible();
  await expect(popover.getByRole('heading', { name: 'Needs attention' })).toBeVisible();
  await expect(popover.getByText(/^\d over$/)).toBeVisible();
  await expect(popover.getByText('of 12', { exact: true })).toBeVisible();
  await fits(app, popover);
  for (const colorScheme of ['light', 'dark'] as const) {
    await popover.emulateMedia({ colorScheme });
    expect(await axeViolations(popover)).toEqual([]);
  }

  // A failing refresh leaves the figures, says why, and offers Retry; so does the menu.
  server.simulator.faults.add({ fault: { kind: 'refuse', status: 400 }, on: /^GET/ });
  await popover.getByRole('button', { name: 'Refresh' }).click();
  const retry = popover.getByRole('button', { name: 'Retry' });
  await expect(retry).toBeVisible();
  await expect(popover.getByRole('status')).toHaveText('211.7 of 300 GB');
  await fits(app, popover);
  server.simulator.faults.clear();
  await retry.click();
  await expect(retry).toHaveCount(0);
  const refreshes = server.countOfRefreshes();
  await popover.getByRole('button', { name: 'More' }).click();
  await popover.getByRole('menuitem', { name: 'Refresh' }).click();
  await until('a refresh by the menu', async () => server.countOfRefreshes() > refreshes);

  // Escape closes the menu first, and then the popover.
  await popover.getByRole('button', { name: 'More' }).click();
  await popover.keyboard.press('End');
  await expect(popover.getByRole('menuitem', { name: 'Quit Oxygauge' })).toBeFocused();
  await popover.keyboard.press('Escape');
  await expect(popover.getByRole('menu')).toHaveCount(0);
  await popover.getByRole('button', { name: 'More' }).click();
  await popover.getByRole('menuitem', { name: 'Settings' }).click();
  await expect(manager.getByRole('heading', { name: 'Settings' })).toBeVisible();
  await openPage(manager, 'Overview');

  await openPopover(app, tray);
  await popover.getByRole('button', { name: /^price_monitor_eu / }).click();
  await expect(manager.getByRole('heading', { name: 'price_monitor_eu' })).toBeVisible();

  await openPopover(app, tray);
  // The likely range is on the page, not in a tooltip.
  await expect(popover.getByText(/^\d+(–\d+)? GB likely$/)).toBeVisible();
  const raise = popover.getByRole('button', { name: 'Raise limit of price_monitor_eu' });
  await popover.getByRole('button', { name: /^price_monitor_eu / }).focus();
  await popover.keyboard.press('Tab');
  await expect(raise).toBeFocused();
  await expect(raise).toHaveCSS('opacity', '1');
  await popover.keyboard.press('Enter');
  const form = manager.getByRole('dialog', { name: 'Edit price_monitor_eu' });
  await expect(form.getByLabel('Traffic limit (GB)')).not.toHaveValue('50');
  await manager.keyboard.press('Escape');
  await form.getByRole('button', { name: 'Discard' }).click();

  await openPopover(app, tray);
  await popover.getByRole('button', { name: 'More' }).click();
  const ended = new Promise((done) => app.electron.process().once('exit', done));
  await popover.getByRole('menuitem', { name: 'Quit Oxygauge' }).click();
  await ended;
});

test('it is as tall as its content at any size of text, and opens so the next time', async ({
  tray,
  start,
}) => {
  const app = await start();
  const manager = await app.window('manager');
  await signIn(manager);
  await tray.tooltipLike(/GB this month/);
  const popover = await openPopover(app, tray);
  await expect(popover.getByRole('button', { name: /^ad_verification / })).toBeVisible();
  const usual = await fits(app, popover);
  await popover.keyboard.press('Escape');
  await openPage(manager, 'Settings');
  await manager.getByLabel('Text size (%)').fill('150');
  await manager.keyboard.press('Enter');
  await openPopover(app, tray);
  expect((await lookAt(app, 'popover'))?.bounds.width).toBe(570);
  expect(await fits(app, popover)).toBeGreaterThan(usual * 1.4);
  await popover.keyboard.press('Escape');
  await manager.getByLabel('Text size (%)').fill('100');
  await manager.keyboard.press('Enter');
  await openPopover(app, tray);
  const left = await fits(app, popover);
  await app.close();

  const again = await start({ profile: app.profile });
  await tray.tooltipLike(/GB this month/);
  await again.electron.evaluate(({ app: main }) => {
    main.once('browser-window-created', (_event, window) =>
      window.once('show', () => Object.assign(globalThis, { firstHeight: window.getBounds().height })),
    );
  });
  await tray.click();
  const height = () =>
    again.electron.evaluate(() => (globalThis as { firstHeight?: number }).firstHeight ?? null);
  expect(await until('a height', height)).toBe(left);
});

test('B17: without limits there is nothing to be near to', async ({ server, tray, start }) => {
  for (const person of server.simulator.account.people.values()) person.limitGb = null;
  const app = await start();
  await signIn(await app.window('manager'));
  await tray.tooltipLike(/GB this month/);
  const popover = await openPopover(app, tray);
  await expect(popover.getByRole('heading', { name: 'Most traffic' })).toBeVisible();
  await expect(popover.getByRole('button', { name: /^travel_fares \S+ GB$/ })).toBeVisible();
});

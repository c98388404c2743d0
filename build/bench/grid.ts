import { _electron } from '@playwright/test';
import { newProfile, root, switchesOf } from '../../tests/support/app.ts';
import { until } from '../../tests/support/until.ts';

/** What somebody waits for in the grid of sub-users, in milliseconds; `longestFrameMs` is the worst while scrolling. */
export type GridSample = { firstRowsMs: number; searchMs: number; longestFrameMs: number };

/** Opens the manager on an account of so many sub-users, searches it and scrolls it from end to end. */
export async function sampleGrid(subUsers: number): Promise<GridSample> {
  const begin = performance.now();
  const electron = await _electron.launch({
    executablePath: process.env.OXYGAUGE_ELECTRON ?? '',
    args: [
      root,
      '--demo',
      ...switchesOf({ keyring: false, switches: [`--demo-sub-users=${subUsers}`] }, newProfile()),
    ],
  });
  const page = await until('the manager', () =>
    electron.windows().find((each) => each.url().endsWith('/manager.html')),
  );
  await page.getByRole('row').nth(3).waitFor();
  const firstRowsMs = performance.now() - begin;

  const longestFrameMs = await page.evaluate(async () => {
    const grid = document.querySelector('.grid');
    if (grid === null) throw new Error('There is no grid.');
    let last = await new Promise<number>(requestAnimationFrame);
    let longest = 0;
    for (let step = 1; step <= 60; step += 1) {
      grid.scrollTop = ((grid.scrollHeight - grid.clientHeight) * step) / 60;
      const at = await new Promise<number>(requestAnimationFrame);
      longest = Math.max(longest, at - last);
      last = at;
    }
    return longest;
  });

  const typedAt = performance.now();
  await page.getByRole('searchbox', { name: 'Search sub-users' }).fill('seo_audit');
  await page.getByText('seo_audit').first().waitFor();
  await until('one row left', async () => (await page.getByRole('row').count()) === 2);
  const searchMs = performance.now() - typedAt;
  await electron.close();
  return { firstRowsMs, searchMs, longestFrameMs };
}

import { setTimeout as pass } from 'node:timers/promises';
import { _electron, type Page } from '@playwright/test';
import { newProfile, root, switchesOf } from '../../tests/support/app.ts';
import { until } from '../../tests/support/until.ts';

/**
 * What somebody waits for in the grid of sub-users, in milliseconds: the longest frame while a wheel turns (two rows each frame,
 * the same for any number of rows), and of a drag of the scroll bar from end to end.
 */
export type GridSample = { firstRowsMs: number; searchMs: number; wheelFrameMs: number; dragFrameMs: number };

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

  // What the start left to do is not the grid's.
  await pass(1_000);
  const wheelFrameMs = await longestFrameMs(page, 80);
  const dragFrameMs = await longestFrameMs(page, null);

  const typedAt = performance.now();
  await page.getByRole('searchbox', { name: 'Search sub-users' }).fill('seo_audit');
  await page.getByText('seo_audit').first().waitFor();
  await until('one row left', async () => (await page.getByRole('row').count()) === 2);
  const searchMs = performance.now() - typedAt;
  await electron.close();
  return {
    firstRowsMs: Math.round(firstRowsMs),
    searchMs: Math.round(searchMs),
    wheelFrameMs: Math.round(wheelFrameMs),
    dragFrameMs: Math.round(dragFrameMs),
  };
}

/** Scrolls for sixty frames, by so many CSS pixels each and back again at the end; or, null, from top to bottom once. */
function longestFrameMs(page: Page, stepPx: number | null): Promise<number> {
  return page.evaluate(async (step) => {
    const grid = document.querySelector('.grid');
    if (grid === null) throw new Error('There is no grid.');
    const height = grid.scrollHeight - grid.clientHeight;
    let down = true;
    grid.scrollTop = 0;
    await new Promise(requestAnimationFrame);
    let last = await new Promise<number>(requestAnimationFrame);
    let longest = 0;
    for (let frame = 1; frame <= 60; frame += 1) {
      if (grid.scrollTop >= height) down = false;
      if (grid.scrollTop <= 0) down = true;
      grid.scrollTop = step === null ? (height * frame) / 60 : grid.scrollTop + (down ? step : -step);
      const at = await new Promise<number>(requestAnimationFrame);
      longest = Math.max(longest, at - last);
      last = at;
    }
    return longest;
  }, stepPx);
}

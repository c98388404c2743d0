import { setTimeout as pass } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { openPage } from '../../tests/driver/sign-in.ts';
import { until } from '../../tests/driver/until.ts';
import { close, startAttached } from './attached.ts';
import { newFolder, remove } from './candidate.ts';
import { within } from './within.ts';

/**
 * Holds waiting times in the grid, in milliseconds: the longest frame of a turning wheel (two rows a frame, for any number
 * of rows), and of dragging the scroll bar, where each frame shows other rows only; the most work of the page's main thread
 * for a jump of the scroll bar; from a key in the search to the frame with what it found.
 */
export type GridSample = {
  firstRowsMs: number;
  keystrokeMs: number;
  searchMs: number;
  wheelFrameMs: number;
  dragFrameMs: number;
  jumpWorkMs: number;
};

const jumps = 60;
/** As many rows are in view and beside it at most, with the height that a manager has in its first start. */
const rowsAtOnce = 44;

/**
 * Opens the manager of the demo with this number of sub-users, scrolls it from end to end and searches it.
 */
export async function sampleGrid(folder: string, subUsers: number): Promise<GridSample> {
  const profile = newFolder();
  const words = ['--demo', `--demo-sub-users=${subUsers}`];
  const begin = performance.now();
  const app = await startAttached({ name: 'oxygauge', folder, profile, environment: {}, words }, profile);
  try {
    const page = await until('the manager', () =>
      app.windows().find((each) => each.url().endsWith('/manager.html')),
    );
    await openPage(page, 'Sub-users');
    await page.getByRole('row').nth(3).waitFor();
    const firstRowsMs = performance.now() - begin;

    // The rest of the start's work does not count.
    await pass(1_000);
    const wheelFrameMs = await longestFrameMs(page, 80);
    const dragFrameMs = await longestFrameMs(page, null);
    const jumpWorkMs = await mostJumpWorkMs(page);

    const keystrokeMs = await keystroke(page);
    const typedAt = performance.now();
    await page.getByRole('searchbox', { name: 'Search sub-users' }).fill('seo_audit');
    await page.getByText('seo_audit').first().waitFor();
    await until('one row left', async () => (await page.getByRole('row').count()) === 2);
    const searchMs = performance.now() - typedAt;
    return { firstRowsMs, keystrokeMs, searchMs, wheelFrameMs, dragFrameMs, jumpWorkMs };
  } finally {
    await close(app);
    remove(profile);
  }
}

/** Types a letter that few names hold, and returns the time from the key to the frame after the rows changed. */
async function keystroke(page: Page): Promise<number> {
  await page.getByRole('searchbox', { name: 'Search sub-users' }).focus();
  // It listens before the key is pressed, which overtakes what the page is asked while it is busy.
  const shown = await page.evaluateHandle(() => {
    let pressedAt = 0;
    addEventListener('keydown', (event) => (pressedAt = event.timeStamp), { once: true, capture: true });
    const at = new Promise<number>((done) => {
      const changes = new MutationObserver(() => {
        if (pressedAt === 0) return;
        changes.disconnect();
        requestAnimationFrame(() => done(performance.now() - pressedAt));
      });
      changes.observe(document.body, { childList: true, subtree: true, characterData: true });
    });
    return { at };
  });
  await page.keyboard.press('q');
  return within(
    'a keystroke in the search',
    shown.evaluate(({ at }) => at),
  );
}

/** Scrolls for sixty frames, by this number of CSS pixels each and back at the end; null jumps. */
async function longestFrameMs(page: Page, stepPx: number | null): Promise<number> {
  const places = stepPx === null ? await jumpPlaces(page) : null;
  const frames = page.evaluate(
    async ({ step, jumpsTo, count }) => {
      const grid = document.querySelector('.grid');
      if (grid === null) throw new Error('There is no grid.');
      const height = grid.scrollHeight - grid.clientHeight;
      let down = true;
      grid.scrollTop = 0;
      await new Promise(requestAnimationFrame);
      let last = await new Promise<number>(requestAnimationFrame);
      let longest = 0;
      for (let frame = 0; frame < count; frame += 1) {
        if (grid.scrollTop >= height) down = false;
        if (grid.scrollTop <= 0) down = true;
        grid.scrollTop = jumpsTo?.[frame] ?? grid.scrollTop + (down ? step : -step);
        const at = await new Promise<number>(requestAnimationFrame);
        longest = Math.max(longest, at - last);
        last = at;
      }
      return longest;
    },
    { step: stepPx ?? 0, jumpsTo: places, count: jumps },
  );
  return within('sixty frames of the grid', frames);
}

/**
 * Returns where the scroll bar is dragged to: from top to bottom in equal steps. Where a step would leave rows in view, which
 * then cost nothing, it goes from end to end instead, so that a jump shows as many other rows for any number of rows.
 */
function jumpPlaces(page: Page): Promise<number[]> {
  return page.evaluate(
    ({ count, rows }) => {
      const grid = document.querySelector('.grid');
      const row = grid?.querySelector('.grid-body > [role=row]');
      if (grid == null || row == null) throw new Error('There are no rows.');
      const height = grid.scrollHeight - grid.clientHeight;
      const isFar = height / count >= rows * row.clientHeight;
      return Array.from({ length: count }, (_, jump) =>
        isFar ? (height * (jump + 1)) / count : jump % 2 === 0 ? height : 0,
      );
    },
    { count: jumps, rows: rowsAtOnce },
  );
}

/** Returns the most processor time that a jump took on the page's main thread, up to the second frame after it. */
async function mostJumpWorkMs(page: Page): Promise<number> {
  const tools = await page.context().newCDPSession(page);
  await tools.send('Performance.enable', { timeDomain: 'threadTicks' });
  const worked = async () => {
    const { metrics } = await tools.send('Performance.getMetrics');
    return 1_000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
  };
  let most = 0;
  for (const place of await jumpPlaces(page)) {
    const before = await worked();
    await page.evaluate(async (top) => {
      const grid = document.querySelector('.grid');
      if (grid !== null) grid.scrollTop = top;
      await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
    }, place);
    most = Math.max(most, (await worked()) - before);
  }
  await tools.detach();
  return most;
}

import type { Page } from '@playwright/test';
import { openPage } from '../../tests/driver/sign-in.ts';
import { until } from '../../tests/driver/until.ts';
import { close, startAttached } from './attached.ts';
import { newFolder, remove } from './candidate.ts';
import { within } from './within.ts';

/**
 * Holds the time from the start to the overview with its rows, the time from a press to it, and the bytes that main sends to
 * a window: the list, the account's days, and the recent days of a screen of rows.
 */
export type OverviewSample = {
  firstPaintMs: number;
  reopenedMs: number;
  listBytes: number;
  accountDaysBytes: number;
  recentDaysBytes: number;
  moversBytes: number;
};

/** The rows of the grid in a large window. */
const rowsInView = 40;

/** Opens the overview of the demo with this number of sub-users. */
export async function sampleOverview(folder: string, subUsers: number): Promise<OverviewSample> {
  const profile = newFolder();
  const words = ['--demo', `--demo-sub-users=${subUsers}`];
  const begin = performance.now();
  const app = await startAttached({ name: 'oxygauge', folder, profile, environment: {}, words }, profile);
  try {
    const page = await until('the manager', () =>
      app.windows().find((each) => each.url().endsWith('/manager.html')),
    );
    const shown = () => page.getByRole('table', { name: 'Movers' }).getByRole('row').nth(4).waitFor();
    await openPage(page, 'Overview');
    await shown();
    const firstPaintMs = performance.now() - begin;
    await openPage(page, 'Alerts');
    const pressedAt = performance.now();
    await openPage(page, 'Overview');
    await shown();
    return { firstPaintMs, reopenedMs: performance.now() - pressedAt, ...(await bytesSent(page)) };
  } finally {
    await close(app);
    remove(profile);
  }
}

/** Asks main for what the window shows, and measures the answers as JSON. */
async function bytesSent(page: Page): Promise<Omit<OverviewSample, 'firstPaintMs' | 'reopenedMs'>> {
  const sent = page.evaluate(async (rows) => {
    const { command } = window.oxygauge;
    const outcome = await command('subscribe', { slices: ['subUsers', 'accountDays'] });
    if (!outcome.ok) throw new Error('Main refused the subscription.');
    const { list = '{}', slices } = outcome.value;
    const { subUsers } = JSON.parse(list) as { subUsers?: { subUsers: { id: number }[] } };
    const ids = subUsers?.subUsers.slice(0, rows).map(({ id }) => id) ?? [];
    const recentDays = await command('readRecentDays', { ids });
    return {
      subUsers,
      accountDays: slices.accountDays,
      recentDays,
      movers: await command('readMovers', null),
    };
  }, rowsInView);
  const { subUsers, accountDays, recentDays, movers } = await within('the bytes of the overview', sent);
  return {
    listBytes: bytesOf(subUsers),
    accountDaysBytes: bytesOf(accountDays),
    recentDaysBytes: bytesOf(recentDays),
    moversBytes: bytesOf(movers),
  };
}

/** Measured here: a function with a name would not run in the page. */
function bytesOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}

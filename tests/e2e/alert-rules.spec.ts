import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { until } from '../driver/until.ts';
import { shown } from '../driver/windows.ts';
import {
  alertLog,
  dayFromNow,
  killed,
  levelled,
  limitGb,
  Refreshes,
  startWithAlerts,
} from '../support/e2e/alert-account.ts';
import { test } from '../support/e2e/alert-fixtures.ts';
import { SimulatorServer } from '../support/server/simulator-server.ts';

test('a sub-user driven from 0 to 120%: one notification for each threshold, across a kill, a raised limit and a new period', async ({
  notifications,
  start,
  crawler,
  refreshes,
  open,
}) => {
  // The new period, which may not begin sooner than a month later, began yesterday.
  refreshes.begin(dayFromNow(-28));
  const first = await open();
  for (let percent = 0; percent <= 120; percent += 3) {
    crawler.fixedGb = (percent / 100) * limitGb;
    await refreshes.next();
  }
  const expected = [
    'crawler: 81% of the limit used',
    'crawler: 96% of the limit used',
    'crawler: over limit, not stopped (102%)',
  ];
  await notifications.titled(/not stopped/);
  expect(notifications.titles()).toEqual(expected);

  await killed(first.app);
  const { profile } = first.app;
  await start({ profile });
  await refreshes.next();
  crawler.fixedGb = 1.25 * limitGb;
  await refreshes.next();

  // A repeated notification would come before that of the raised limit.
  crawler.limitGb = 2 * limitGb;
  for (const percent of [63, 72, 81, 90, 99, 108]) {
    crawler.fixedGb = (percent / 100) * crawler.limitGb;
    await refreshes.next();
  }
  await notifications.titled(/108%/);
  const again = [81, 99].map((share) => `crawler: ${share}% of the limit used`);
  expect(notifications.titles().slice(expected.length)).toEqual([
    ...again,
    'crawler: over limit, not stopped (108%)',
  ]);

  refreshes.begin(dayFromNow(-1));
  for (const percent of [0, 40, 80]) {
    crawler.fixedGb = (percent / 100) * crawler.limitGb;
    await refreshes.next();
  }
  await notifications.titled(/ 80%/);
  expect(notifications.titles().slice(expected.length + 3)).toEqual(['crawler: 80% of the limit used']);
});

test('1,000 sub-users that cross at once are one summary and 1,000 log entries, and the window keeps responding', async ({
  tray,
  notifications,
  start,
}) => {
  const server = await SimulatorServer.start({ subUserCount: 1_001 });
  const people = levelled(server);
  const refreshes = new Refreshes(server, tray);
  const { app, page } = await startWithAlerts(start, undefined, { apiUrl: server.url });
  await refreshes.read();
  for (const person of people) person.fixedGb = 0.9 * limitGb;
  // Measures the frames and commands of a visible page meanwhile.
  const watching = page.evaluate(async () => {
    let longestMs = 0;
    let last = performance.now();
    const end = last + 3_000;
    const look = (at: number) => {
      longestMs = Math.max(longestMs, at - last);
      last = at;
      if (at < end) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    let slowestMs = 0;
    while (performance.now() < end) {
      const asked = performance.now();
      await window.oxygauge.command('readForecast', { id: 10_002 });
      slowestMs = Math.max(slowestMs, performance.now() - asked);
      await new Promise(requestAnimationFrame);
    }
    return { longestMs, slowestMs };
  });
  await refreshes.next();
  await notifications.titled(/^1,000 alerts: 1,000 at 80%$/);
  const { longestMs, slowestMs } = await watching;
  expect(longestMs).toBeLessThan(2_000);
  expect(slowestMs).toBeLessThan(2_000);
  expect(notifications.shown).toHaveLength(1);
  const log = await alertLog(app, page);
  expect(log).toHaveLength(1_000);
  expect(new Set(log.map(({ notification }) => notification))).toEqual(new Set(['summary']));
  await server.stop();
});

test('a notification says who, how much of what and by when; its name is text, and no system reads it as markup', async ({
  server,
  notifications,
  crawler,
  refreshes,
  open,
}) => {
  const name = '<b>bold</b>&amp;\u202Ecod';
  crawler.username = name;
  await open({});
  crawler.fixedGb = 8.5;
  await refreshes.next();
  const { title, body, hints } = await notifications.titled(/85%/);
  expect(title).toBe(`${name}: 85% of the limit used`);
  expect(body).toMatch(/^8\.50 GB of 10 GB\. At this rate the limit is reached on \w+ \w+\.$/);
  const image = [64, 64, 256, true, 8, 4, expect.objectContaining({ length: 64 * 64 * 4 })];
  expect(hints).toMatchObject({ 'desktop-entry': 'oxygauge', category: 'network', 'image-data': image });

  crawler.fixedGb = 9.6;
  for (const username of ['<i>one</i>', 'two & three', 'four']) {
    const id = server.simulator.account.nextId();
    server.simulator.account.people.set(id, { ...crawler, id, username });
  }
  await refreshes.next();
  const summary = await notifications.titled(/^4 alerts/);
  // The daemon reads a body as markup.
  expect(summary.body).not.toMatch(/<|&(?!amp;|lt;|gt;)/);
  expect(summary.body).toContain('&lt;');
});

test('Raise limit opens the manager and sends nothing; Mute mutes the sub-user', async ({
  server,
  notifications,
  crawler,
  refreshes,
  open,
}) => {
  const { app, page } = await open();
  crawler.fixedGb = 8.1;
  await refreshes.next();
  const first = await notifications.titled(/81%/);
  expect([...first.actions.values()]).toEqual(['Open', 'Raise limit', 'Mute']);
  await page.close();
  await until('no window', () => app.electron.windows().length === 0);
  notifications.press(first, 'Raise limit');
  await shown(app, 'manager');
  crawler.fixedGb = 9.6;
  await refreshes.next();
  notifications.press(await notifications.titled(/96%/), 'Mute');
  const settings = join(app.profile, 'settings.json');
  const muted = new RegExp(`"mutedSubUserIds":\\[${crawler.id}\\]`);
  await until('the settings that mute it', () => muted.test(readFileSync(settings, 'utf8')));
  crawler.fixedGb = 10.1;
  await refreshes.next();
  const log = await alertLog(app, await app.window('manager'));
  expect(log.map(({ notification }) => notification)).toEqual(['shown', 'shown', 'muted']);
  expect(notifications.asked).toBe(2);
  expect(server.seen.filter(({ method, path }) => method !== 'GET' && !path.endsWith('/login'))).toEqual([]);
  // The raised limit is unsaved input, which would hold the quit by a question.
  const form = (await app.window('manager')).getByRole('dialog');
  await form.getByRole('button', { name: 'Cancel' }).click();
  await form.getByRole('button', { name: 'Discard' }).click();
  await expect(form).toBeHidden();
});

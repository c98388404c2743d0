import { expect } from '@playwright/test';
import { desktop } from '../matrix/desktop.ts';
import { proves } from '../matrix/fault.ts';
import { alone, deliveries, killed, Refreshes, startWatched } from '../support/driven.ts';
import { test } from '../support/fixtures.ts';
import { NotificationDaemon } from '../support/notification-daemon.ts';
import { until } from '../support/until.ts';

const hourMs = 3_600_000;

test(proves(desktop, 'no-notification-daemon'), async ({ server, tray, start }) => {
  const crawler = alone(server);
  const refreshes = new Refreshes(server, tray);
  const { app, page } = await startWatched(start);
  await refreshes.read();
  crawler.fixedGb = 8.1;
  await refreshes.next();
  await until('an alert that failed', async () => (await deliveries(app, page)).join() === 'failed');
  await refreshes.next();

  const late = await NotificationDaemon.start();
  crawler.fixedGb = 9.6;
  await refreshes.next();
  await late.titled(/96 %/);
  await until('the next one shown', async () => (await deliveries(app, page)).join() === 'failed,shown');

  await killed(app);
  const again = await start({ profile: app.profile });
  await refreshes.next();
  crawler.fixedGb = 10.2;
  await refreshes.next();
  await late.titled(/102 %/);
  expect(late.titles()).toEqual([
    'crawler: 96 % of the limit used',
    'crawler: over the limit and still running (102 %)',
  ]);
  await again.close();
  await late.stop();
});

test('a daemon that never answers stops nothing: the log says so, and the next start does not repeat', async ({
  server,
  tray,
  notifications,
  start,
}) => {
  notifications.manner = 'silent';
  const crawler = alone(server);
  const refreshes = new Refreshes(server, tray);
  const { app, page } = await startWatched(start);
  await refreshes.read();
  crawler.fixedGb = 8.1;
  await refreshes.next();
  // Asked, and not yet given up: the tray's menu works and its figure moves.
  await refreshes.next();
  await refreshes.next();
  expect(await deliveries(app, page)).toEqual(['pending']);
  await until('given up', async () => (await deliveries(app, page)).join() === 'unanswered');

  crawler.fixedGb = 9.6;
  await refreshes.next();
  expect(await deliveries(app, page)).toEqual(['unanswered', 'pending']);
  // Killed while it waits: whether it was seen is not known, and it is not shown again.
  await killed(app);
  notifications.manner = 'shows';
  const again = await start({ profile: app.profile });
  await refreshes.next();
  crawler.fixedGb = 10.2;
  await refreshes.next();
  await notifications.titled(/102 %/);
  expect(notifications.titles()).toEqual(['crawler: over the limit and still running (102 %)']);
  await tray.choose('Manage sub-users');
  const manager = await again.window('manager');
  expect(await deliveries(again, manager)).toEqual(['unanswered', 'unanswered', 'shown']);
});

test('a daemon that refuses is told in the log, and nothing is sent again', async ({
  server,
  tray,
  notifications,
  start,
}) => {
  notifications.manner = 'refuses';
  const crawler = alone(server);
  const refreshes = new Refreshes(server, tray);
  const { app, page } = await startWatched(start);
  await refreshes.read();
  crawler.fixedGb = 8.1;
  await refreshes.next();
  await until('an alert that failed', async () => (await deliveries(app, page)).join() === 'failed');
  await refreshes.next();
  expect(notifications.asked).toBe(1);
});

test(proves(desktop, 'resume'), async ({ server, tray, start }) => {
  alone(server);
  const refreshes = new Refreshes(server, tray);
  const { app } = await startWatched(start);
  await refreshes.read();
  await app.electron.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend'));
  const before = server.count('GET');
  await app.electron.evaluate(({ powerMonitor }, byMs) => {
    const real = Date.now;
    Date.now = () => real() + byMs;
    powerMonitor.emit('resume');
  }, 24 * hourMs);
  await until('a refresh', () => server.count('GET') > before);
  await tray.tooltipLike(/just now/);
  // A burst would come within moments of it.
  const readAt = Date.now();
  await until('two quiet seconds', () => Date.now() - readAt > 2_000);
  expect(server.count('GET')).toBe(before + 2);
});

test(proves(desktop, 'network-back'), async ({ server, tray, start }) => {
  alone(server);
  const refreshes = new Refreshes(server, tray);
  const { app } = await startWatched(start);
  await refreshes.read();
  const before = server.count('GET');
  await app.electron.evaluate(({ net }, byMs) => {
    net.isOnline = () => false;
    const real = Date.now;
    Date.now = () => real() + byMs;
  }, hourMs);
  await tray.tooltipLike(/1 h ago · Offline/);
  await app.electron.evaluate(({ net }) => {
    net.isOnline = () => true;
  });
  await tray.tooltipLike(/just now/);
  const readAt = Date.now();
  await until('a quiet second', () => Date.now() - readAt > 1_000);
  expect(server.count('GET')).toBe(before + 2);
});

import { expect } from '@playwright/test';
import { NotificationDaemon } from '../driver/notification-daemon.ts';
import { until } from '../driver/until.ts';
import { desktop } from '../matrix/desktop.ts';
import { proves } from '../matrix/fault.ts';
import { deliveries, killed } from '../support/e2e/alert-account.ts';
import { test } from '../support/e2e/alert-fixtures.ts';

const hourMs = 3_600_000;

test(proves(desktop, 'no-notification-daemon'), async ({ start, crawler, refreshes, open }) => {
  const { app, page } = await open();
  crawler.fixedGb = 8.1;
  await refreshes.next();
  await until('an alert that failed', async () => (await deliveries(app, page)).join() === 'failed');
  await refreshes.next();

  const late = await NotificationDaemon.start();
  crawler.fixedGb = 9.6;
  await refreshes.next();
  await late.titled(/96%/);
  await until('the next one shown', async () => (await deliveries(app, page)).join() === 'failed,shown');
  await refreshes.next();
  await late.titled(/81%/);
  await until('the first one shown', async () => (await deliveries(app, page)).join() === 'shown,shown');

  await killed(app);
  const again = await start({ profile: app.profile });
  await refreshes.next();
  crawler.fixedGb = 10.2;
  await refreshes.next();
  await late.titled(/102%/);
  expect(late.titles()).toEqual([
    'crawler: 96% of the limit used',
    'crawler: 81% of the limit used',
    'crawler: over limit, not stopped (102%)',
  ]);
  await again.close();
  await late.stop();
});

test('a daemon that never answers blocks nothing: the log says so, and the next start does not repeat', async ({
  tray,
  notifications,
  start,
  crawler,
  refreshes,
  open,
}) => {
  notifications.manner = 'silent';
  const { app, page } = await open();
  crawler.fixedGb = 8.1;
  await refreshes.next();
  // Requested, and not yet timed out: the tray menu works and the figure moves.
  await refreshes.next();
  await refreshes.next();
  expect(await deliveries(app, page)).toEqual(['pending']);
  await until('given up', async () => (await deliveries(app, page)).join() === 'unanswered');

  crawler.fixedGb = 9.6;
  await refreshes.next();
  expect(await deliveries(app, page)).toEqual(['unanswered', 'pending']);
  // Killed while it waits: whether the user saw it is unknown, so it is not shown again.
  await killed(app);
  notifications.manner = 'shows';
  const again = await start({ profile: app.profile });
  await refreshes.next();
  crawler.fixedGb = 10.2;
  await refreshes.next();
  await notifications.titled(/102%/);
  expect(notifications.titles()).toEqual(['crawler: over limit, not stopped (102%)']);
  await tray.choose('Manage sub-users');
  const manager = await again.window('manager');
  expect(await deliveries(again, manager)).toEqual(['unanswered', 'unanswered', 'shown']);
});

test('a refusal by the daemon is in the log, and the notification is shown with a later refresh, once', async ({
  notifications,
  crawler,
  refreshes,
  open,
}) => {
  notifications.manner = 'refuses';
  const { app, page } = await open();
  crawler.fixedGb = 8.1;
  await refreshes.next();
  await until('an alert that failed', async () => (await deliveries(app, page)).join() === 'failed');
  notifications.manner = 'shows';
  await refreshes.next();
  await notifications.titled(/81%/);
  await until('an alert that was shown', async () => (await deliveries(app, page)).join() === 'shown');
  await refreshes.next();
  expect(notifications.asked).toBe(2);
});

test(proves(desktop, 'resume'), async ({ server, tray, open }) => {
  const { app } = await open();
  await app.electron.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend'));
  const before = server.countOfRefreshes();
  await app.electron.evaluate(({ powerMonitor }, byMs) => {
    const real = Date.now;
    Date.now = () => real() + byMs;
    powerMonitor.emit('resume');
  }, 24 * hourMs);
  await until('a refresh', () => server.countOfRefreshes() > before);
  await tray.tooltipLike(/just now/);
  // A burst would follow within moments.
  const readAt = Date.now();
  await until('two quiet seconds', () => Date.now() - readAt > 2_000);
  expect(server.countOfRefreshes()).toBe(before + 2);
});

test(proves(desktop, 'network-back'), async ({ server, tray, open }) => {
  const { app } = await open();
  const before = server.countOfRefreshes();
  await app.electron.evaluate(({ net, powerMonitor }, byMs) => {
    net.isOnline = () => false;
    const real = Date.now;
    powerMonitor.emit('suspend');
    Date.now = () => real() + byMs;
    powerMonitor.emit('resume');
  }, hourMs);
  await tray.tooltipLike(/Offline · Outdated, last updated 1 h ago/);
  // Nothing but the age differs after another sleep.
  await app.electron.evaluate(({ powerMonitor }, byMs) => {
    const real = Date.now;
    powerMonitor.emit('suspend');
    Date.now = () => real() + byMs;
    powerMonitor.emit('resume');
  }, 4 * hourMs);
  await tray.tooltipLike(/Offline · Outdated, last updated 5 h ago/);
  await app.electron.evaluate(({ net }) => {
    net.isOnline = () => true;
  });
  await tray.tooltipLike(/just now/);
  const readAt = Date.now();
  await until('a quiet second', () => Date.now() - readAt > 1_000);
  expect(server.countOfRefreshes()).toBe(before + 2);
});

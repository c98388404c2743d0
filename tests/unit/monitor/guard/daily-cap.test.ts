import { expect, test } from 'vitest';
import { dayMs } from '../../../../electron/contract/day.ts';
import { accountState, currentAccountId } from '../../../../electron/monitor/state.ts';
import { statusOf } from '../../../../electron/monitor/status/status-of.ts';
import {
  capOf,
  guardService,
  limited,
  openGuardAccount,
  openGuardAccountOf,
  unlimited,
} from '../../../support/unit/guard-account.ts';

const hourMs = 3_600_000;

test('a daily cap is set, crossed, stopped by Oxylabs, and the next day it is back', async () => {
  const account = await openGuardAccount();
  await account.set(capOf([unlimited]));
  expect(account.writes).toEqual([{ id: unlimited, changes: { traffic_limit: 3, auto_disable: true } }]);
  expect(account.view()).toMatchObject({
    heldCount: 1,
    held: [{ own: { limit: { kind: 'unlimited' } }, left: { limit: { limitGb: 3 } }, why: ['daily-cap'] }],
    rules: [{ waitsFor: null }],
  });

  account.use(unlimited, 3.2);
  await account.later(hourMs);
  expect(account.known('seo_audit').status).toBe('disabled');
  expect((await account.rows()).map(({ what, by }) => [what, by])[0]).toEqual(['stopped', 'oxylabs']);
  expect(account.writes).toHaveLength(1);

  await account.later(dayMs);
  expect(account.writes.slice(1)).toEqual([
    { id: unlimited, changes: { traffic_limit: 4.2, status: 'active' } },
  ]);
  expect(account.known('seo_audit').status).toBe('active');
});

test('the next day begins at its time, between refreshes', async () => {
  const account = await openGuardAccount(Date.parse('2026-03-10T23:40:00Z'));
  account.monitor.changeSettings({ refreshIntervalMinutes: 60 });
  await account.set(capOf([unlimited]));
  account.use(unlimited, 2.5);
  account.requests.length = 0;
  await account.pass(19);
  expect(account.requests).toEqual([]);
  await account.pass(3);
  expect(account.writes.at(-1)).toEqual({ id: unlimited, changes: { traffic_limit: 3.5 } });
});

test('the next day begins by the API’s time where the computer’s clock is 14 hours ahead', async () => {
  const service = guardService(Date.parse('2026-03-11T12:00:00Z'));
  const account = await openGuardAccountOf(service, { serverAheadMs: -14 * hourMs });
  await account.set(capOf([unlimited]));
  const day = () => account.view().held[0]?.cap?.day;
  expect(day()).toBe('2026-03-10');
  await account.later(hourMs);
  expect(day()).toBe('2026-03-10');
  await account.later(hourMs);
  expect(day()).toBe('2026-03-11');
});

test('without its rule a sub-user has its own limit again', async () => {
  const account = await openGuardAccount();
  await account.set(capOf([limited]));
  expect(account.person(limited)).toMatchObject({ limitGb: 3, disablesAtLimit: true });
  await account.monitor.commands.removeGuardRule({ rule: 'cap' });
  await account.rest();
  expect(account.person(limited)).toMatchObject({ limitGb: 40, disablesAtLimit: false });
  expect(account.view()).toMatchObject({ heldCount: 0, rules: [] });
});

test('undo gives the own limit back while the write still applies, and pauses the rule', async () => {
  const account = await openGuardAccount();
  const { undoGuardAct } = account.monitor.commands;
  await account.set(capOf([limited]));
  const [write] = (await account.rows()).filter(({ what }) => what === 'write');
  const act = write?.undo ?? '';
  expect(await undoGuardAct({ act })).toMatchObject({ ok: true });
  await account.rest();
  expect(account.person(limited)).toMatchObject({ limitGb: 40, disablesAtLimit: false });
  expect(account.view().rules[0]?.pausedIds).toEqual([limited]);
  expect((await account.rows()).every(({ undo }) => undo === null)).toBe(true);
  expect(await undoGuardAct({ act })).toEqual({ ok: false, failure: { kind: 'not-found' } });

  await account.later(dayMs);
  expect(account.person(limited).limitGb).toBe(40);
  await account.monitor.commands.resumeGuard({ ids: [limited] });
  await account.rest();
  expect(account.person(limited)).toMatchObject({ limitGb: 3, disablesAtLimit: true });
});

test('many are resumed at once, and those of which the list does not show the limit are named', async () => {
  const account = await openGuardAccount();
  const { resumeGuard } = account.monitor.commands;
  await account.set(capOf([limited, unlimited]));
  for (const id of [limited, unlimited]) account.person(id).limitGb = 70;
  await account.later(hourMs);
  expect(account.view().rules[0]?.pausedIds).toEqual([limited, unlimited]);
  account.person(unlimited).limitGb = -1;
  await account.later(hourMs);
  expect(await resumeGuard({ ids: [limited, unlimited] })).toEqual({
    ok: true,
    value: { unknown: [unlimited] },
  });
  await account.rest();
  expect(account.person(limited).limitGb).toBe(3);
  expect(account.view().rules[0]?.pausedIds).toEqual([unlimited]);
  expect(await resumeGuard({ ids: [limited] })).toEqual({ ok: false, failure: { kind: 'not-found' } });
});

test('a day later, the write of the day before can no longer be undone', async () => {
  const account = await openGuardAccount();
  await account.set(capOf([limited]));
  const [write] = (await account.rows()).filter(({ what }) => what === 'write');
  account.use(limited, 2.4);
  await account.later(dayMs);
  expect(account.person(limited).limitGb).toBe(3.4);
  expect(await account.monitor.commands.undoGuardAct({ act: write?.undo ?? '' })).toMatchObject({
    ok: false,
  });
  expect(account.person(limited).limitGb).toBe(3.4);
});

test('the main user is never touched', async () => {
  const account = await openGuardAccount();
  await account.set(capOf([10_001, limited]));
  await account.later(dayMs);
  expect(account.writes.map(({ id }) => id)).not.toContain(10_001);
  expect(account.writes.length).toBeGreaterThan(0);
});

test('figures of a refresh that failed are not acted upon, whatever the user orders', async () => {
  const account = await openGuardAccount();
  await account.set(capOf([limited]));
  account.simulator.faults.add({ fault: { kind: 'refuse', status: 503 }, on: /client-stats/ });
  account.use(limited, 2.5);
  await account.later(dayMs);
  await account.set(capOf([limited], 2));
  expect(account.writes).toHaveLength(1);
  expect(account.view().rules[0]?.waitsFor).toBe('figures');
});

test('a refresh has two requests while no rule is due', async () => {
  const account = await openGuardAccount();
  await account.set(capOf([unlimited, limited]));
  account.requests.length = 0;
  await account.monitor.poller.refreshNow();
  await account.rest();
  expect(account.requests.sort()).toEqual(['GET /client-stats', 'GET /sub-users']);
});

test('a cap raises no alert about a limit, and none that Oxylabs disabled it', async () => {
  const account = await openGuardAccount();
  await account.set(capOf([limited]));
  await account.later(hourMs);
  account.use(limited, 2.97);
  await account.later(hourMs);
  account.use(limited, 3.1);
  await account.later(hourMs);
  expect(account.known('brand_protection').status).toBe('disabled');
  await account.later(dayMs);
  const shown = account.desktop.notifications.map(({ title }) => title);
  expect(shown.filter((title) => /%|the limit|by Oxylabs/.test(title))).toEqual([]);
  // The own limit still does.
  account.use(limited, 38.5);
  await account.later(hourMs);
  expect(account.titles()).toContain('brand_protection: 96% of the limit used');
});

test('tray, popover and status go by the own limit, not by the cap of the day', async () => {
  const opened = await openGuardAccount();
  await opened.set(capOf([limited]));
  opened.use(limited, 2.9);
  await opened.later(hourMs);
  const { publisher, store } = opened.monitor;
  await publisher.published();
  const { nearest } = publisher.current().slices;
  expect(opened.person(limited).limitGb).toBe(3);
  expect(nearest.subUsers.find(({ id }) => id === limited)?.limit).toEqual({ kind: 'gb', limitGb: 40 });
  expect(nearest).toMatchObject({ over: 0, near: 0 });
  const { session, settings } = store.getState();
  if (session.kind === 'restoring') throw new Error('Not signed in.');
  const entry = { key: 'a', name: 'Main', color: 'teal', product: null } as const;
  const account = accountState(store.getState(), currentAccountId(store.getState()));
  const status = statusOf([{ entry, session, account, online: true, settings }], opened.clock.now());
  expect(status.accounts[0]).toMatchObject({ counts: { near_limit: 0, over_limit: 0 } });
});

test('what the user changes here is the new own limit, and the rule pauses', async () => {
  const account = await openGuardAccount();
  await account.set(capOf([limited]));
  const { updateSubUser } = account.monitor.commands;
  await updateSubUser({ id: limited, changes: { limitGb: 25, disablesAtLimit: true }, seen: null });
  await account.later(dayMs);
  expect(account.person(limited).limitGb).toBe(25);
  const [row] = await account.rows();
  expect(row).toMatchObject({ what: 'changed', by: 'you', pauses: true });
  expect(account.view()).toMatchObject({ held: [{ paused: { limit: true } }] });
});

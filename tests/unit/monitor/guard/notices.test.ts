import { expect, test } from 'vitest';
import { dayMs } from '../../../../electron/contract/day.ts';
import type { GuardRule } from '../../../../electron/contract/guard.ts';
import { Guard } from '../../../../electron/monitor/guard/guard.ts';
import { GuardNotices } from '../../../../electron/monitor/guard/guard-notices.ts';
import { inMemoryLines } from '../../../../electron/storage/in-memory.ts';
import { capOf, limited, openGuardAccount, unlimited } from '../../../support/unit/guard-account.ts';

const hourMs = 3_600_000;
const both = [unlimited, limited];
const brakeOf = (acts: 'itself' | 'after-click'): GuardRule => ({
  kind: 'brake',
  id: 'brake',
  subUserIds: both,
  at: { kind: 'share', percent: 90 },
  acts,
});

/** Opens an account with a plan of which the total of 24 GB is 96 %. */
async function withPlan(sizeGb = 25) {
  const account = await openGuardAccount();
  account.simulator.account.monthOverride = { trafficGb: 24 };
  account.monitor.changeSettings({ plan: { sizeGb }, alerts: { budgetThresholds: [] } });
  await account.later(60_000);
  return account;
}

test('a brake disables its list by itself, says so once, and its button puts all back for the period', async () => {
  const account = await withPlan();
  await account.set(brakeOf('itself'));
  expect(account.writes).toEqual(both.map((id) => ({ id, changes: { status: 'disabled' } })));
  expect(account.view().rules[0]?.setOff?.ids).toEqual(both);
  const shown = account.desktop.notifications.at(-1);
  expect(shown).toMatchObject({
    title: 'Guard disabled 2 sub-users',
    body: 'The brake holds.',
    buttons: ['put-back'],
  });
  account.desktop.acts.at(-1)?.('put-back');
  await account.later(dayMs);
  expect(account.writes.slice(2)).toEqual(both.map((id) => ({ id, changes: { status: 'active' } })));
  expect(account.titles().filter((title) => title.includes('disabled'))).toHaveLength(1);
});

test('a brake that asks does nothing before its button, and asks once', async () => {
  const account = await withPlan();
  await account.set(brakeOf('after-click'));
  await account.later(dayMs);
  expect(account.writes).toEqual([]);
  expect(account.view().rules[0]?.asksFor).toEqual(both);
  const asked = account.desktop.notifications.filter(({ buttons }) => buttons.includes('brake'));
  expect(asked).toMatchObject([
    {
      title: 'The brake holds: disable 2 sub-users?',
      body: 'Your traffic has reached 90% of the budget.',
    },
  ]);
  account.desktop.acts[account.desktop.notifications.findIndex(({ title }) => title.includes('?'))]?.(
    'brake',
  );
  await account.rest();
  expect(account.writes).toEqual(both.map((id) => ({ id, changes: { status: 'disabled' } })));
});

test('without a budget a brake waits and says so', async () => {
  const account = await withPlan(1_000);
  account.monitor.changeSettings({ plan: { sizeGb: null } });
  await account.set(brakeOf('itself'));
  expect(account.writes).toEqual([]);
  expect(account.view().rules[0]?.waitsFor).toBe('budget');
});

test('a stop at the cap is said, and in quiet hours it waits for their end', async () => {
  const account = await openGuardAccount();
  await account.set(capOf([unlimited]));
  account.monitor.changeSettings({ alerts: { pausedUntil: account.clock.now() + 3 * hourMs } });
  account.use(unlimited, 3.2);
  await account.later(hourMs);
  expect(account.titles()).not.toContain('seo_audit: stopped at Guard’s limit');
  await account.pass(125);
  expect(account.titles()).toContain('seo_audit: stopped at Guard’s limit');
});

test('a change elsewhere pauses the rule, is said, and stays', async () => {
  const account = await openGuardAccount();
  await account.set(capOf([limited]));
  account.person(limited).limitGb = 12;
  await account.later(dayMs);
  expect(account.person(limited).limitGb).toBe(12);
  expect(account.titles()).toContain('brand_protection: changed elsewhere, Guard pauses');
  expect((await account.rows())[0]).toMatchObject({ what: 'changed', by: 'elsewhere' });
});

test('a day that began without a computer is said: the cap of the day before stayed', async () => {
  const account = await openGuardAccount();
  await account.set(capOf([unlimited]));
  account.use(unlimited, 3.2);
  // As when the computer sleeps: no timer runs.
  account.clock.jump(dayMs);
  await account.later(60_000);
  expect(account.writes.at(-1)?.changes).toMatchObject({ status: 'active' });
  const shown = account.desktop.notifications.at(-1);
  expect(shown).toMatchObject({
    title: 'seo_audit: the cap of the day before stayed',
    body: 'Guard enabled seo_audit',
  });
});

test('what is left of a pack is reminded of once, two days before it expires', async () => {
  const account = await openGuardAccount();
  const pack = { id: 'p1', gb: 10, from: '2026-03-01', expires: '2026-03-14', note: '', price: '' };
  await account.set({ kind: 'packs', id: 'packs', subUserIds: [unlimited], packs: [pack], zone: 'UTC' });
  expect(account.person(unlimited)).toMatchObject({ limitGb: 12, disablesAtLimit: true });
  account.use(unlimited, 5);
  await account.later(dayMs);
  expect(account.titles()).toEqual([]);
  expect(account.view().held[0]?.packsLeftGb).toEqual({ p1: 7 });
  await account.later(2 * dayMs);
  expect(account.titles()).toEqual(['7 GB of a pack expire after 14 Mar']);
});

test('what happens while a notification is being shown comes right after it', async () => {
  const account = await openGuardAccount();
  const shown: string[] = [];
  let end = () => {};
  const notices = new GuardNotices({
    store: account.store,
    clock: account.clock,
    serverNow: account.clock.now,
    list: account.list,
    guard: new Guard({
      ...{ accountId: 'other', files: inMemoryLines(), list: account.list, clock: account.clock },
      ...{ serverNow: account.clock.now, newId: () => 'a', mayAct: () => true },
      write: async () => ({ kind: 'done', value: null }),
      usedIn: async () => null,
    }),
    notify({ title }) {
      shown.push(title);
      return new Promise((done) => {
        end = () => done('shown');
      });
    },
    navigate() {},
    usedIn: () => null,
    pull() {},
    putBack() {},
  });
  const news = (id: number, username: string) =>
    ({ kind: 'disabled', id, username, why: [], failure: null }) as const;
  notices.add([news(1, 'first')]);
  const showing = notices.show();
  notices.add([news(2, 'second')]);
  void notices.show();
  expect(shown).toEqual(['Guard disabled first']);
  end();
  await Promise.resolve();
  await new Promise(setImmediate);
  end();
  await showing;
  expect(shown).toEqual(['Guard disabled first', 'Guard disabled second']);
});

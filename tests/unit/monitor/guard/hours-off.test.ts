import { expect, test } from 'vitest';
import type { GuardRule } from '../../../../electron/contract/guard.ts';
import { limited, openGuardAccount, unlimited } from '../../../support/unit/guard-account.ts';

const rule: GuardRule = {
  kind: 'hours-off',
  id: 'hours',
  subUserIds: [limited],
  from: '22:00',
  to: '23:00',
  zone: 'UTC',
};
const evening = Date.parse('2026-03-10T21:50:00Z');

test('hours off disable at their time and enable after, between refreshes, and raise no alert', async () => {
  const account = await openGuardAccount(evening);
  account.monitor.changeSettings({ refreshIntervalMinutes: 60 });
  await account.set(rule);
  await account.pass(8);
  expect(account.writes).toEqual([]);
  await account.pass(4);
  expect(account.writes).toEqual([{ id: limited, changes: { status: 'disabled' } }]);
  expect(account.view().held[0]).toMatchObject({ own: { status: 'active' }, why: ['hours-off'] });
  expect((await account.rows())[0]).toMatchObject({ what: 'write', outcome: 'done', why: ['hours-off'] });
  await account.pass(62);
  expect(account.writes.slice(1)).toEqual([{ id: limited, changes: { status: 'active' } }]);
  // What enabled it again cannot be undone: that is how its user wants it.
  expect((await account.rows()).map(({ undo }) => undo)).toEqual([null, null, null, null]);
  expect(account.titles()).toEqual(['Guard disabled brand_protection', 'Guard enabled brand_protection']);
});

test('undo in hours off enables the sub-user, and they do not disable it again', async () => {
  const account = await openGuardAccount(evening);
  await account.set(rule);
  await account.pass(15);
  const [write] = await account.rows();
  await account.monitor.commands.undoGuardAct({ act: write?.undo ?? '' });
  await account.pass(10);
  expect(account.person(limited).status).toBe('active');
  expect(account.writes).toHaveLength(2);
});

test('what was disabled before its hours off stays disabled after', async () => {
  const account = await openGuardAccount(evening);
  account.person(limited).status = 'disabled';
  await account.later(60_000);
  await account.set(rule);
  await account.pass(90);
  expect(account.writes).toEqual([]);
});

test('a day of unusual traffic disables its sub-user alone, if a rule says so', async () => {
  const account = await openGuardAccount(Date.parse('2026-03-10T09:00:00Z'));
  for (let day = 0; day < 7; day += 1) {
    account.use(unlimited, 2 + day);
    account.use(limited, 2 + day);
    await account.later(86_400_000);
  }
  await account.set({
    kind: 'unusual-day',
    id: 'unusual',
    subUserIds: [unlimited, limited],
    acts: 'itself',
  });
  account.use(unlimited, 30);
  await account.later(3_600_000);
  expect(account.writes).toEqual([{ id: unlimited, changes: { status: 'disabled' } }]);
});

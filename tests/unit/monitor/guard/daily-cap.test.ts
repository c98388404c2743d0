import { expect, test } from 'vitest';
import { dayMs } from '../../../../electron/contract/day.ts';
import { capOf, limited, openGuardAccount, unlimited } from '../../../support/unit/guard-account.ts';

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

test('without its rule a sub-user has its own limit again', async () => {
  const account = await openGuardAccount();
  await account.set(capOf([limited]));
  expect(account.person(limited)).toMatchObject({ limitGb: 3, disablesAtLimit: true });
  await account.monitor.commands.removeGuardRule({ rule: 'cap' });
  await account.rest();
  expect(account.person(limited)).toMatchObject({ limitGb: 40, disablesAtLimit: false });
  expect(account.view()).toMatchObject({ heldCount: 0, rules: [] });
});

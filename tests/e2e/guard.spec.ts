import { expect, type Page } from '@playwright/test';
import type { GuardRule } from '../../electron/contract/guard.ts';
import { until } from '../driver/until.ts';
import { test } from '../support/e2e/alert-fixtures.ts';
import type { SimulatorServer } from '../support/server/simulator-server.ts';

/** The two ends of the earth's days: in the second, it is always a later day than in the first. */
const zones = ['Pacific/Pago_Pago', 'Pacific/Kiritimati'] as const;

async function set(page: Page, rule: GuardRule): Promise<void> {
  const outcome = await page.evaluate(
    (each) => window.oxygauge.command('setGuardRule', { rule: each }),
    rule,
  );
  expect(outcome).toEqual({ ok: true, value: null });
}

/** Waits until the service has a sub-user like this. */
async function becomes(server: SimulatorServer, id: number, like: object): Promise<void> {
  const person = () => server.simulator.account.people.get(id);
  const isLike = () =>
    Object.entries(like).every(([key, value]) => Reflect.get(person() ?? {}, key) === value);
  await until(JSON.stringify(like), async () => isLike());
}

test('a daily cap is set, crossed and stopped; the next day it is back, and without the rule its own limit is', async ({
  server,
  notifications,
  crawler: { id },
  refreshes,
  open,
}) => {
  const { page } = await open();
  const capIn = (zone: string): GuardRule => ({
    kind: 'daily-cap',
    id: 'r1',
    subUserIds: [id],
    capGb: 1,
    zone,
  });
  await set(page, capIn(zones[0]));
  await becomes(server, id, { limitGb: 1.1, disablesAtLimit: true });

  Object.assign(server.simulator.account.people.get(id) ?? {}, { fixedGb: 1.2 });
  await refreshes.next();
  await notifications.titled(/^crawler: stopped at Guard’s limit$/);
  await expect(page.getByRole('row', { name: 'crawler' })).toContainText('Disabled');

  await set(page, capIn(zones[1]));
  await becomes(server, id, { limitGb: 2.2, status: 'active' });
  await expect(page.getByRole('row', { name: 'crawler' })).not.toContainText('Disabled');
  await notifications.titled(/^Guard enabled crawler$/);

  await page.evaluate(() => window.oxygauge.command('removeGuardRule', { rule: 'r1' }));
  await becomes(server, id, { limitGb: 10, disablesAtLimit: false });
  expect(notifications.titles()).toEqual(['crawler: stopped at Guard’s limit', 'Guard enabled crawler']);
});

test('a brake asks, disables its list by the button of its notification, and is put back', async ({
  server,
  notifications,
  crawler: { id },
  refreshes,
  open,
}) => {
  const { page } = await open();
  await page.evaluate(() => window.oxygauge.command('changeSettings', { plan: { sizeGb: 1 } }));
  await set(page, {
    kind: 'brake',
    id: 'r1',
    subUserIds: [id],
    at: { kind: 'share', percent: 90 },
    acts: 'after-click',
  });
  await refreshes.next();
  const question = await notifications.titled(/^The brake holds: disable crawler/);
  expect(server.count('PATCH')).toBe(0);
  notifications.press(question, 'Disable now');
  await becomes(server, id, { status: 'disabled' });
  await notifications.titled(/^Guard disabled crawler$/);

  await page.evaluate(() => window.oxygauge.command('putBackGuardRule', { rule: 'r1' }));
  await becomes(server, id, { status: 'active' });
  await refreshes.next();
  expect(server.count('PATCH')).toBe(2);
});

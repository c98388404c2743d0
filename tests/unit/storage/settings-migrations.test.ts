import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { budgetQuestion, defaultPlanSettings } from '../../../electron/contract/plan.ts';
import { budgetGb } from '../../../electron/contract/plan-use.ts';
import { defaultSettings } from '../../../electron/contract/settings.ts';
import { openFiles, profileFolder, removeFolders } from '../../support/unit/storage.ts';

/** A file of version 1: a plan of 300 GB from the 23rd, and a budget of 250 GB among the alerts. */
const written = readFileSync(resolve(import.meta.dirname, '../../fixtures/settings-version-1.json'), 'utf8');
type Old = { version: number; value: Record<string, unknown> & { alerts: Record<string, unknown> } };

let profile: string;
beforeEach(() => {
  profile = profileFolder();
});
afterEach(removeFolders);

/** Opens a profile with the file of version 1, in which these values were replaced. */
function opened(change: { planGb?: unknown; budgetGb?: unknown } & Record<string, unknown> = {}) {
  const old: Old = JSON.parse(written);
  const { budgetGb: budget, ...others } = change;
  const value = { ...old.value, ...others };
  if ('budgetGb' in change) value.alerts = { ...value.alerts, budgetGb: budget };
  return openText(JSON.stringify({ ...old, value }));
}

function openText(text: string) {
  mkdirSync(profile, { recursive: true });
  writeFileSync(join(profile, 'settings.json'), text);
  const { settings, view } = openFiles(profile);
  const read = settings.read();
  if (read === null) throw new Error('The settings were not read.');
  return { settings: read, unreadable: view().unreadable };
}

test('a file of version 1 keeps every setting; its plan and its other budget wait for the user', () => {
  const { settings, unreadable } = openText(written);
  expect(settings).toEqual({
    ...defaultSettings,
    refreshIntervalMinutes: 12,
    plan: {
      sizeGb: 300,
      renewsOn: 23,
      pricePerGb: 4,
      currency: 'EUR',
      budget: { kind: 'unconfirmed', gb: 250 },
    },
    alerts: { ...defaultSettings.alerts, limitThresholds: [70, 100], mutedSubUserIds: [7] },
  });
  expect(unreadable).toEqual([]);
  expect(budgetGb(settings.plan)).toBe(250);
  expect(budgetQuestion(settings.plan)).toEqual({ planGb: 300, budgetGb: 250 });
});

test.each([
  ['only a plan', { budgetGb: null }, { kind: 'plan' }, 300],
  ['only a budget', { planGb: null }, { kind: 'other', gb: 250 }, 250],
  ['both, equal', { budgetGb: 300 }, { kind: 'plan' }, 300],
  ['neither', { planGb: null, budgetGb: null }, { kind: 'plan' }, null],
])('%s: nothing is asked', (_, change, budget, counted) => {
  const { settings, unreadable } = opened(change);
  expect(settings.plan.budget).toEqual(budget);
  expect(budgetGb(settings.plan)).toBe(counted);
  expect(budgetQuestion(settings.plan)).toBeNull();
  expect(unreadable).toEqual([]);
});

test.each([
  ['an invalid plan beside a budget', { planGb: -4 }, { sizeGb: null, budget: { kind: 'other', gb: 250 } }],
  ['an invalid budget beside a plan', { budgetGb: 'much' }, { sizeGb: 300, budget: { kind: 'plan' } }],
  ['both invalid', { planGb: 'a', budgetGb: -1 }, { sizeGb: null, budget: { kind: 'plan' } }],
  ['an unknown currency', { currency: 'XQZ' }, { sizeGb: 300, currency: 'USD' }],
])('%s: the rest is kept, and so is a copy of the file', (_, change, plan) => {
  const { settings, unreadable } = opened(change);
  expect(settings.plan).toMatchObject(plan);
  expect(settings.refreshIntervalMinutes).toBe(12);
  expect(unreadable).toMatchObject([{ what: 'settings', why: 'values' }]);
});

test('settings without alerts, and of the builds that wrote no version, are lifted too', () => {
  const { planGb, alerts, ...others } = JSON.parse(written).value;
  expect(openText(JSON.stringify({ version: 1, value: { planGb, ...others } })).settings.plan).toMatchObject({
    sizeGb: 300,
    budget: { kind: 'plan' },
  });
  expect(openText(JSON.stringify({ value: { alerts } })).settings.plan).toEqual({
    ...defaultPlanSettings,
    budget: { kind: 'other', gb: 250 },
  });
});

test('the answer is kept: nothing is asked at the next start', () => {
  openText(written);
  const { settings } = openFiles(profile);
  const plan = { ...defaultPlanSettings, sizeGb: 300, budget: { kind: 'other', gb: 250 } } as const;
  settings.write({ ...defaultSettings, plan });
  const again = openFiles(profile).settings.read();
  expect(again?.plan).toEqual(plan);
  expect(again === null ? null : budgetQuestion(again.plan)).toBeNull();
});

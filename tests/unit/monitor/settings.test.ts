import { expect, test } from 'vitest';
import { firstChoice } from '../../../electron/contract/connection.ts';
import {
  defaultSettings,
  readSettings,
  type Settings,
  settingsChangeSchema,
  settingsSchema,
} from '../../../electron/contract/settings.ts';
import { createChangeSettings } from '../../../electron/monitor/settings.ts';
import { createAppStore } from '../../../electron/monitor/state.ts';
import { inMemoryValue } from '../../../electron/storage/in-memory.ts';
import { environment } from '../../../renderer/gallery/snapshot.ts';
import { FakeClock } from '../../support/unit/fake-clock.ts';
import { storeSignedIn } from '../../support/unit/store.ts';

/** A value for every setting, none of them the default. */
const other: Settings = {
  refreshIntervalMinutes: 17,
  keepWithoutKeyring: true,
  plan: {
    sizeGb: 100,
    renewsOn: 23,
    pricePerGb: 2.5,
    currency: 'EUR',
    budget: { kind: 'other', gb: 50 },
  },
  subUserView: { column: 'username', direction: 'ascending', filter: 'active' },
  subUserColumns: [{ id: 'created', shown: true, widthPx: 90 }],
  subUserPanelPx: 400,
  alerts: {
    budgetThresholds: [10],
    limitThresholds: [20],
    runOut: false,
    unusualDay: false,
    unusualLeastGb: 3,
    periodReset: true,
    quietHours: { fromMinute: 1, toMinute: 2 },
    pausedUntil: 1_000,
    sound: false,
    mutedSubUserIds: [7],
  },
  fullNamesInLog: true,
  trayAccount: '2',
  versionCheck: 'off',
  askedStartAtLogin: true,
  theme: 'dark',
  density: 'roomy',
  font: 'system',
  textSizePercent: 120,
  ownEntry: 'proxy.example.com',
  connectionPresets: [{ name: 'Berlin', choice: { ...firstChoice, country: 'DE' } }],
  keepSubUserPasswords: true,
  statusFile: true,
  prometheusFile: true,
  statusFileSubUsers: 7,
};

/** Changes the settings like a window does, and returns what was saved. */
function change(from: Settings, wanted: unknown): Settings | null {
  const store = storeSignedIn();
  store.setState({ settings: from });
  const file = inMemoryValue<Settings>();
  createChangeSettings(store, file, new FakeClock().after)(settingsChangeSchema.parse(wanted));
  expect(store.getState().settings).toEqual(file.read());
  return file.read();
}

test('the defaults are valid settings, and an empty file has them', () => {
  expect(settingsSchema.parse(defaultSettings)).toEqual(defaultSettings);
  expect(readSettings({})).toEqual({ value: defaultSettings, whole: true });
  expect(readSettings(other)).toEqual({ value: other, whole: true });
});

test('each setting can be changed alone and back, null included', () => {
  const single = (settings: Settings) => [
    ...Object.entries(settings).filter(([key]) => key !== 'alerts' && key !== 'plan'),
    ...Object.entries(settings.plan).map(([key, value]) => ['plan', { [key]: value }]),
    ...Object.entries(settings.alerts).map(([key, value]) => ['alerts', { [key]: value }]),
  ];
  const [first, second] = [single(defaultSettings), single(other)];
  expect(second.map(([key]) => key)).toEqual(first.map(([key]) => key));
  for (const [index, [key = '', value]] of second.entries()) {
    const changed = change(defaultSettings, { [String(key)]: value });
    const group = key === 'alerts' || key === 'plan' ? defaultSettings[key] : null;
    const expected = {
      ...defaultSettings,
      [String(key)]: group === null ? value : { ...group, ...Object(value) },
    };
    expect(changed).toEqual(expected);
    expect(change(changed ?? other, { [String(key)]: first[index]?.[1] })).toEqual(defaultSettings);
  }
});

test('a key without a value changes nothing', () => {
  expect(change(other, { plan: { sizeGb: undefined }, alerts: { sound: undefined } })).toEqual(other);
});

test('a change with an unknown key, or without keys, is refused', () => {
  for (const wrong of [
    {},
    { apiUrl: 'x' },
    { alerts: { loud: true } },
    { plan: { gb: 1 } },
    { plan: null },
    { alerts: null },
  ])
    expect(settingsChangeSchema.safeParse(wrong).success).toBe(false);
});

test('a pause ends at a time that Date supports', () => {
  for (const pausedUntil of [1e300, 8.64e15 + 1, -1]) {
    expect(settingsChangeSchema.safeParse({ alerts: { pausedUntil } }).success).toBe(false);
    expect(readSettings({ alerts: { pausedUntil } })).toEqual({ value: defaultSettings, whole: false });
  }
});

test('2,000 changes in a row are written a few times, the last of them for sure', async () => {
  const store = storeSignedIn();
  const clock = new FakeClock();
  const written: number[] = [];
  const file = { write: (settings: Settings | null) => void written.push(settings?.plan.sizeGb ?? 0) };
  const change = createChangeSettings(store, file, clock.after);
  for (let sizeGb = 1; sizeGb <= 2_000; sizeGb += 1) change({ plan: { sizeGb } });
  expect(store.getState().settings.plan.sizeGb).toBe(2_000);
  expect(written).toEqual([1]);
  await clock.pass(500);
  expect(written).toEqual([1, 2_000]);
  change({ plan: { sizeGb: 5 } });
  change({ plan: { sizeGb: 6 } });
  expect(written).toEqual([1, 2_000]);
  // The app ends before the pause does.
  change.flush();
  expect(written).toEqual([1, 2_000, 6]);
  change({ plan: { sizeGb: 7 } });
  expect(written).toEqual([1, 2_000, 6, 7]);
  await clock.pass(5_000);
  expect(written).toEqual([1, 2_000, 6, 7]);
});

test('a listener of the state that throws is reported, and those after it still run', () => {
  const reported: unknown[] = [];
  const store = createAppStore({ settings: defaultSettings, environment }, (error) => reported.push(error));
  const heard: string[] = [];
  store.subscribe(() => heard.push('first'));
  const end = store.subscribe(() => {
    throw new RangeError('Invalid time value');
  });
  store.subscribe(() => heard.push('last'));
  store.setState({ online: false });
  expect(heard).toEqual(['first', 'last']);
  expect(reported).toEqual([new RangeError('Invalid time value')]);
  end();
  store.setState({ online: true });
  expect(reported).toHaveLength(1);
});

import { expect, test } from 'vitest';
import type { PlanSettings } from '../../../electron/contract/plan.ts';
import type { SubUser } from '../../../electron/contract/sub-user.ts';
import { drawGauge } from '../../../electron/desktop/tray/gauge-bitmap.ts';
import { toneLooks } from '../../../electron/desktop/tray/tray-look.ts';
import { meterSteps, trayMeter } from '../../../electron/desktop/tray/tray-meter.ts';
import { snapshotOf } from '../../../renderer/gallery/snapshot.ts';
import { subUser } from '../../support/unit/alert-run.ts';

const { traffic, settings } = snapshotOf();
const nearest = (change: Partial<SubUser>) => ({
  subUsers: [subUser(change)],
  over: 0,
  near: 0,
  total: 1,
  setAside: 0,
});
const withPlan = (plan: Partial<PlanSettings>) => ({ ...settings, plan: { ...settings.plan, ...plan } });
const budget = (gb: number) => withPlan({ budget: { kind: 'other', gb } });

test.each([
  [7.9, 'normal', 16],
  [8, 'warning', 16],
  [9.4, 'warning', 19],
  [9.5, 'critical', 19],
  [9.999, 'critical', 19],
  [10, 'critical', 20],
  [14, 'critical', 20],
  [0.01, 'normal', 1],
  [0, 'normal', 0],
] as const)('the sub-user nearest to its limit at %s of 10 GB: %s, step %s', (trafficGb, tone, step) => {
  expect(trayMeter(snapshotOf({ nearest: nearest({ trafficGb }) }))).toEqual({ tone, step });
});

test('a budget takes precedence over limits', () => {
  const near = nearest({ trafficGb: 9.9 });
  expect(trayMeter(snapshotOf({ nearest: near, settings: budget(10) })).tone).toBe('normal');
  expect(trayMeter(snapshotOf({ nearest: near, settings: budget(1.3) })).tone).toBe('critical');
});

test('B2: a plan is the budget that the meter goes by', () => {
  const near = nearest({ trafficGb: 9.9 });
  expect(trayMeter(snapshotOf({ nearest: near, settings: withPlan({ sizeGb: 10 }) })).tone).toBe('normal');
  expect(trayMeter(snapshotOf({ nearest: near, settings: withPlan({ sizeGb: 1.3 }) })).tone).toBe('critical');
});

test('without budget and limit the meter is empty, and an unknown total does not look full', () => {
  const unlimited = nearest({ limit: { kind: 'unlimited' }, trafficGb: 5 });
  expect(trayMeter(snapshotOf({ nearest: unlimited }))).toEqual({ tone: 'normal', step: 0 });
  const month = { trafficGb: null, dateFrom: null, dateTo: null, readAt: 0 };
  expect(trayMeter(snapshotOf({ traffic: { ...traffic, month }, settings: budget(1) })).step).toBe(0);
});

test('stale figures and a lost network keep the meter and lose the colour', () => {
  const near = nearest({ trafficGb: 9.9 });
  const stale = trayMeter(snapshotOf({ nearest: near, traffic: { ...traffic, stale: true } }));
  expect(stale).toEqual({ tone: 'stale', step: 19 });
  const offline = trayMeter(snapshotOf({ nearest: near, traffic: { ...traffic, paused: 'offline' } }));
  expect(offline).toEqual({ tone: 'offline', step: 19 });
});

/** Returns WCAG's contrast ratio of two colours. */
function contrast(one: number[], other: number[]): number {
  const luminance = (colour: number[]) =>
    colour
      .map((part) => part / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
      .reduce((sum, part, index) => sum + part * ([0.2126, 0.7152, 0.0722][index] ?? 0), 0);
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

test('every tone is readable on light and dark panels, and differs from the others', () => {
  for (const { colour } of Object.values(toneLooks)) {
    const parts = [colour.red, colour.green, colour.blue];
    for (const panel of [
      [255, 255, 255],
      [29, 31, 33],
    ])
      expect(contrast(parts, panel)).toBeGreaterThan(3);
  }
  // A template icon on macOS has no colour, so only the mark distinguishes the tones there.
  const pictures = Object.entries(toneLooks).map(([tone, { colour, mark }]) => {
    const share = tone === 'starting' || tone === 'signed-out' || tone === 'refused' ? 0 : 0.5;
    return drawGauge(16, colour, { share, mark, rimmed: true }).toString('hex');
  });
  expect(new Set(pictures).size).toBe(Object.keys(toneLooks).length);
});

test('each step of the meter is drawn differently', () => {
  const { colour, mark } = toneLooks.normal;
  const pictures = Array.from({ length: meterSteps + 1 }, (_, step) =>
    drawGauge(22, colour, { share: step / meterSteps, mark, rimmed: true }).toString('hex'),
  );
  expect(new Set(pictures).size).toBe(meterSteps + 1);
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { alertSettingsSchema, defaultAlertSettings } from '../../../electron/contract/alert-settings.ts';
import { quietUntil } from '../../../electron/usage/alerts/quiet.ts';

const known = process.env.TZ;
beforeAll(() => {
  process.env.TZ = 'Europe/Vilnius';
});
afterAll(() => {
  if (known === undefined) delete process.env.TZ;
  else process.env.TZ = known;
});

const settings = (change: object) => alertSettingsSchema.parse({ ...defaultAlertSettings, ...change });
const night = settings({ quietHours: { fromMinute: 22 * 60, toMinute: 7 * 60 } });
const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());
const until = (now: string) => iso(quietUntil(night, Date.parse(now)));

describe('quiet hours over midnight, in Vilnius', () => {
  test('an ordinary night', () => {
    expect(until('2026-03-10T19:59:00Z')).toBeNull();
    expect(until('2026-03-10T20:00:00Z')).toBe('2026-03-11T05:00:00.000Z');
    expect(until('2026-03-11T04:59:00Z')).toBe('2026-03-11T05:00:00.000Z');
    expect(until('2026-03-11T05:00:00Z')).toBeNull();
  });
  test('the night in which the clocks go forward is an hour shorter', () => {
    expect(until('2026-03-28T21:00:00Z')).toBe('2026-03-29T04:00:00.000Z');
    expect(until('2026-03-29T03:59:00Z')).toBe('2026-03-29T04:00:00.000Z');
  });
  test('the night in which they go back is an hour longer', () => {
    expect(until('2026-10-24T20:00:00Z')).toBe('2026-10-25T05:00:00.000Z');
    expect(until('2026-10-25T04:30:00Z')).toBe('2026-10-25T05:00:00.000Z');
  });
});

test('a pause and quiet hours end when both are over', () => {
  const now = Date.parse('2026-03-10T21:00:00Z');
  const both = (pausedUntil: number) => iso(quietUntil({ ...night, pausedUntil }, now));
  expect(both(now + 3_600_000)).toBe('2026-03-11T05:00:00.000Z');
  expect(both(now + 24 * 3_600_000)).toBe('2026-03-11T21:00:00.000Z');
  expect(quietUntil(settings({ pausedUntil: now }), now)).toBeNull();
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apiFailureSchema, commandFailureSchema } from '../../../electron/contract/failure.ts';
import { describeFailure } from '../../../electron/text/failure.ts';
import { formatAge, formatDays } from '../../../electron/text/time.ts';
import { formatGb, formatLimitGb, formatShare, formatTraffic } from '../../../electron/text/traffic.ts';

describe('traffic', () => {
  test.each([
    [null, '—'],
    [0, '0 GB'],
    [0.0523, '52.3 MB'],
    [0.000001, '< 0.01 MB'],
    [0.0005, '0.5 MB'],
    [0.1, '0.10 GB'],
    [1.2361, '1.24 GB'],
    [1234.5, '1,234.50 GB'],
  ])('%s is %s', (trafficGb, text) => expect(formatTraffic(trafficGb, 'en-US')).toBe(text));

  test('follows the locale', () => {
    expect(formatTraffic(1234.5, 'de-DE')).toBe('1.234,50 GB');
    expect(formatTraffic(0.0523, 'fr-FR')).toBe('52,3 MB');
  });

  test('used traffic never reads as zero', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-12, max: 1e9, noNaN: true }), (gb) => {
        expect(formatTraffic(gb, 'en')).not.toMatch(/^0(\.0+)? (GB|MB)$/);
      }),
    );
  });

  test('just below 0.1 GB is shown in MB', () => {
    expect(formatTraffic(0.0999999, 'en')).toBe('100.0 MB');
  });

  test('B3: a limit reads as typed, and a sum of none as 0 GB', () => {
    expect(formatLimitGb(40, 'en')).toBe('40 GB');
    expect(formatLimitGb(0.5, 'en')).toBe('0.5 GB');
    expect(formatLimitGb(0.05, 'en')).toBe('50.0 MB');
    expect(formatLimitGb(0, 'en')).toBe('0 GB');
    expect(formatGb(0, 'en')).toBe('0 GB');
  });

  test('99.9% is not 100%', () => {
    expect(formatShare(0.999, 'en')).toBe('99%');
    expect(formatShare(1.084, 'en')).toBe('108%');
    expect(formatShare(0.004, 'en')).toBe('< 1%');
    expect(formatShare(0, 'en')).toBe('0%');
  });
});

describe('time', () => {
  test.each([
    [0, 'just now'],
    [59_999, 'just now'],
    [60_000, '1 min ago'],
    [3_600_000, '1 h ago'],
    [86_400_000, '1 day ago'],
    [5 * 86_400_000, '5 days ago'],
    [-10_000, 'just now'],
  ])('%i ms', (ageMs, text) => expect(formatAge(1_000_000, 1_000_000 + ageMs)).toBe(text));

  test('days of the API have no time zone', () => {
    expect(formatDays('2026-03-01', '2026-03-15', 'en-US')).toBe('Mar 1 – Mar 15');
    expect(formatDays(null, '2026-03-15', 'en-US')).toBeNull();
  });
});

test('every failure has its own plain sentence', () => {
  const reasons = { unreachable: new Set<string>(), other: new Set<string>() };
  for (const reason of [
    'offline',
    'name-not-found',
    'refused',
    'no-route',
    'certificate',
    'tls',
    'proxy',
    'redirected',
    'connection-lost',
  ]) {
    reasons.unreachable.add(describeFailure(apiFailureSchema.parse({ kind: 'unreachable', reason })));
  }
  expect(reasons.unreachable.size).toBe(9);
  for (const option of commandFailureSchema.options) {
    const kind = option.shape.kind.value;
    const filled = { kind, status: 418, message: 'no', retryAt: 0, reason: 'html', problems: ['Enter it.'] };
    const failure = commandFailureSchema.safeParse(filled);
    if (failure.success) expect(describeFailure(failure.data)).toMatch(/^[A-Z].*\.?$/);
  }
});

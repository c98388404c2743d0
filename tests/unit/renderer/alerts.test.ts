import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alertsOfDay } from '../../../electron/contract/alert-day.ts';
import { isPaused, pauseUntil } from '../../../electron/contract/alert-pause.ts';
import { alertSettingsSchema, defaultAlertSettings } from '../../../electron/contract/alert-settings.ts';
import { isCurrency } from '../../../electron/contract/plan.ts';
import { formatMoney, formatRoughMoney } from '../../../electron/text/money.ts';
import { formatMoment } from '../../../electron/text/time.ts';
import { readThresholds, thresholdsText } from '../../../renderer/manager/settings/thresholds.ts';
import { raisedLimitGb } from '../../../renderer/manager/sub-users/raised-limit.ts';

describe('thresholds are read as typed', () => {
  test.each([
    ['80, 95, 100', [80, 95, 100]],
    ['100;80 % 80', null],
    ['100;80% 80', [80, 100]],
    ['', []],
    ['0', null],
    ['201', null],
    ['95.5', null],
    ['a', null],
    ['1 2 3 4 5 6 7 8 9', null],
  ])('%j → %j', (text, value) => {
    const read = readThresholds(text);
    expect(read.ok ? read.value : null).toEqual(value);
  });

  test('any input is either refused with a reason or a valid setting that reads back the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789,; %x.-') }), (text) => {
        const read = readThresholds(text);
        if (!read.ok) {
          expect(read.problem).not.toBe('');
          return;
        }
        expect(
          alertSettingsSchema.parse({ ...defaultAlertSettings, limitThresholds: read.value }).limitThresholds,
        ).toEqual(read.value);
        expect(readThresholds(thresholdsText(read.value))).toEqual(read);
      }),
    );
  });
});

test('a raised limit is a round figure above the limit and the usage', () => {
  expect([
    raisedLimitGb(50, 46),
    raisedLimitGb(10, 10.84),
    raisedLimitGb(0.05, 0.01),
    raisedLimitGb(120, 0),
  ]).toEqual([65, 15, 0.065, 150]);
  const gb = fc.double({ min: 1e-6, max: 1e8, noNaN: true });
  fc.assert(
    fc.property(gb, gb, (limitGb, usedGb) => {
      expect(raisedLimitGb(limitGb, usedGb)).toBeGreaterThan(Math.max(limitGb, usedGb));
    }),
  );
});

describe('a pause', () => {
  const evening = new Date(2026, 10, 24, 22, 30).getTime();
  test('for an hour, and until the next morning', () => {
    expect(pauseUntil('hour', evening)).toBe(evening + 3_600_000);
    expect(pauseUntil('tomorrow', evening)).toBe(new Date(2026, 10, 25, 8).getTime());
    expect(pauseUntil('tomorrow', new Date(2026, 10, 30, 1).getTime())).toBe(
      new Date(2026, 11, 1, 8).getTime(),
    );
  });
  test('ends at its time', () => {
    expect([isPaused(null, 5), isPaused(5, 5), isPaused(6, 5)]).toEqual([false, false, true]);
    expect(formatMoment(new Date(2026, 10, 24, 23, 30).getTime(), evening, 'en-GB')).toBe('23:30');
    expect(formatMoment(new Date(2026, 10, 25, 8).getTime(), evening, 'en-GB')).toBe('25 Nov, 08:00');
  });
});

test('the alerts of the user’s day begin at local midnight', () => {
  const now = new Date(2026, 2, 15, 12).getTime();
  const at = (hour: number, minute: number) => ({
    id: `${hour}:${minute}`,
    at: new Date(2026, 2, 15, hour, minute).getTime(),
    subject: { kind: 'account' } as const,
    facts: { rule: 'period-reset', dateFrom: '2026-03-01' } as const,
    delivery: 'shown' as const,
  });
  expect(alertsOfDay([at(11, 0), at(0, 0), at(-1, 59)], now).map(({ id }) => id)).toEqual(['11:0', '0:0']);
});

test('money follows the user’s locale, an estimate has no cents, and the currency has to exist', () => {
  expect(formatMoney(846.764, 'USD', 'en-GB')).toBe('US$846.76');
  expect(formatRoughMoney(1076.2, 'EUR', 'de').replace('\u00a0', ' ')).toBe('1.076 €');
  expect(formatRoughMoney(3.456, 'EUR', 'en-US')).toBe('€3.46');
  expect(['usd', 'XQZ', 'US', '<b>'].map((code) => isCurrency(code))).toEqual([false, false, false, false]);
});

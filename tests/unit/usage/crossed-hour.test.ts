import fc from 'fast-check';
import { expect, test } from 'vitest';
import { crossedHour } from '../../../electron/usage/guard/crossed-hour.ts';

const day = '2026-11-12';
const at = (hour: number, on = day) => `${on} ${String(hour).padStart(2, '0')}`;

test('a cap is crossed in the hour in which the day’s traffic goes beyond it', () => {
  const points = [
    { at: at(16), trafficGb: 3 },
    { at: at(2), trafficGb: 2 },
    { at: at(23, '2026-11-11'), trafficGb: 50 },
  ];
  expect(crossedHour(points, day, 4)).toBe(16);
  expect(crossedHour(points, day, 1)).toBe(2);
  expect(crossedHour(points, day, 5)).toBeNull();
});

test('a series by the day has no hour', () => {
  expect(crossedHour([{ at: day, trafficGb: 9 }], day, 4)).toBeNull();
  expect(crossedHour([], day, 4)).toBeNull();
});

test('until that hour no more than the cap was used, whatever the hours are', () => {
  const hours = fc.array(fc.double({ min: 0, max: 10, noNaN: true }), { minLength: 24, maxLength: 24 });
  fc.assert(
    fc.property(hours, fc.double({ min: 0.01, max: 100, noNaN: true }), (gbs, capGb) => {
      const hour = crossedHour(
        gbs.map((trafficGb, index) => ({ at: at(index), trafficGb })),
        day,
        capGb,
      );
      const until = (end: number) => gbs.slice(0, end).reduce((sum, gb) => sum + gb, 0);
      if (hour === null) expect(until(24)).toBeLessThanOrEqual(capGb);
      else {
        expect(until(hour)).toBeLessThanOrEqual(capGb);
        expect(until(hour + 1)).toBeGreaterThan(capGb);
      }
    }),
  );
});

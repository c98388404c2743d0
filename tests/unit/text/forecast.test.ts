import { expect, test } from 'vitest';
import { reachLine } from '../../../electron/text/panel.ts';
import { trayForecastText } from '../../../electron/text/tray.ts';

const idle = {
  kind: 'forecast',
  endGb: 0,
  lowGb: 0,
  highGb: 0,
  gbPerDay: 0,
  leftPerDayGb: null,
  reachesAt: null,
  reachesEarliestAt: null,
  endsAt: Date.parse('2026-12-01T00:00:00Z'),
} as const;
const unused = { trafficGb: 0, limit: { kind: 'unlimited' } } as const;

test('B13: no traffic and none expected is no forecast of about 0 GB', () => {
  expect(trayForecastText(idle, 'en-US')).toBeNull();
  expect(reachLine(unused, idle, 'en-US')).toBeNull();
  const busy = { ...idle, endGb: 8, highGb: 9 };
  expect(trayForecastText(busy, 'en-US')).toBe('8 GB by Nov 30');
  expect(reachLine({ ...unused, trafficGb: 7 }, busy, 'en-US')).toBe('About 8 GB by Nov 30');
});

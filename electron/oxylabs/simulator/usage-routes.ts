import { dayMs, dayOf, momentOfDay } from '../../contract/day.ts';
import type { SimulatedAccount } from './account.ts';
import { json, refuse, type SimulatorAnswer } from './exchange.ts';
import type { SimulatedSubUser } from './people.ts';
import { momentOf, type Step, stepsBetween } from './steps.ts';
import { monthStart, noise, trafficBetween } from './traffic.ts';

const hourMs = 3_600_000;
const momentPattern = /^\d{4}-\d{2}-\d{2}( \d{2})?$/;

type Range = { fromMs: number; toMs: number; unit: 'hour' | 'day'; timeZone: string };

export function clientStats(account: SimulatedAccount): SimulatorAnswer {
  const now = account.now();
  const total = account.monthOverride?.trafficGb ?? account.monthGb();
  return json(200, {
    ...(total !== 'missing' && { traffic: total }),
    date_from: account.monthOverride?.dateFrom ?? dayOf(monthStart(now)),
    date_to: dayOf(now),
  });
}

export function subUserStats(account: SimulatedAccount, subUser: SimulatedSubUser, query: URLSearchParams) {
  const range = readRange(account.now(), subUser, query);
  if (typeof range === 'string') return refuse(400, range);
  const steps = stepsBetween(range.fromMs, range.toMs, range.unit, range.timeZone);
  return json(200, series(account, subUser, steps));
}

function readRange(now: number, subUser: SimulatedSubUser, query: URLSearchParams): Range | string {
  const timeZone = 'UTC';
  switch (query.get('type')) {
    case '24h':
      return { fromMs: now - dayMs, toMs: now, unit: 'hour', timeZone };
    case 'week':
      return { fromMs: now - 7 * dayMs, toMs: now, unit: 'day', timeZone };
    case 'month':
      return { fromMs: now - 30 * dayMs, toMs: now, unit: 'day', timeZone };
    case 'current_month':
      return { fromMs: monthStart(now), toMs: now, unit: 'day', timeZone };
    case 'lifetime':
      if (!subUser.lifetime) return 'Lifetime is only for lifetime sub-users';
      return { fromMs: subUser.createdAt, toMs: now, unit: 'day', timeZone };
    case 'custom':
      return readCustomRange(now, query);
    default:
      return 'Invalid parameter: type';
  }
}

function readCustomRange(now: number, query: URLSearchParams): Range | string {
  const from = query.get('date_from') ?? '';
  const to = query.get('date_to') ?? '';
  const timeZone = query.get('time_zone') ?? 'UTC';
  if (!momentPattern.test(from) || !momentPattern.test(to)) return 'Invalid parameter: date_from, date_to';
  if (!isTimeZone(timeZone)) return 'Invalid parameter: time_zone';
  const unit = from.length > 10 ? 'hour' : 'day';
  const fromMs = momentOf(from, timeZone);
  const toMs = momentOf(to, timeZone) + (unit === 'day' ? dayMs : hourMs);
  if (Number.isNaN(fromMs) || Number.isNaN(toMs) || toMs <= fromMs) return 'Invalid date range';
  if (unit === 'hour' && toMs - fromMs > 7 * dayMs + hourMs) return 'Hourly range is limited to 7 days';
  return { fromMs, toMs: Math.min(toMs, now), unit, timeZone };
}

function series(account: SimulatedAccount, subUser: SimulatedSubUser, steps: readonly Step[]) {
  const drawn = steps.map(({ label, fromMs, toMs }) => {
    const begin = Math.max(fromMs, subUser.createdAt);
    return [label, trafficBetween({ seed: subUser.id, dailyGb: subUser.dailyGb }, begin, toMs)] as const;
  });
  const traffic = drawn.reduce((sum, [, gb]) => sum + gb, 0);
  switch (account.seriesShape) {
    case 'traffic_by_period':
      return { traffic, traffic_by_period: Object.fromEntries(drawn) };
    case 'trafficByPeriod':
      return { traffic, trafficByPeriod: Object.fromEntries(drawn) };
    case 'results':
      return { traffic, results: drawn.map(([date, gb]) => ({ date, traffic: gb })) };
  }
}

const targets = [
  'amazon.com',
  'google.com',
  'booking.com',
  'zalando.de',
  'walmart.com',
  'ebay.co.uk',
  'bing.com',
];

export function targetStats(account: SimulatedAccount, subUser: SimulatedSubUser, query: URLSearchParams) {
  const date = query.get('date') ?? '';
  const fromMs = momentOfDay(date);
  const now = account.now();
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(fromMs))
    return refuse(400, 'Invalid parameter: date');
  if (fromMs > now || fromMs < now - 31 * dayMs) return refuse(400, 'Only the last 30 days are available');
  const traffic = trafficBetween(
    { seed: subUser.id, dailyGb: subUser.dailyGb },
    Math.max(fromMs, subUser.createdAt),
    Math.min(fromMs + dayMs, now),
  );
  const weights = targets.map((_, index) => noise(subUser.id * 101 + index) ** 3);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const results = targets.map((target, index) => {
    const gb = (traffic * (weights[index] ?? 0)) / whole;
    return { date, target, traffic: gb, requests: Math.round(gb * 9_000) };
  });
  const requests = results.reduce((sum, row) => sum + row.requests, 0);
  return json(200, { traffic, requests, results });
}

function isTimeZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return true;
  } catch {
    return false;
  }
}

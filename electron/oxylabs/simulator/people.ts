import { dayMs } from '../../contract/day.ts';
import { monthStart, noise, trafficBetween } from './traffic.ts';

/** A sub-user of the simulated service. A limit is null (unlimited), 0 (blocked) or GB. */
export type SimulatedSubUser = {
  id: number;
  username: string;
  status: 'active' | 'disabled';
  createdAt: number;
  limitGb: number | null;
  disablesAtLimit: boolean;
  lifetime: boolean;
  /** Used before this month; counts for lifetime sub-users only. */
  earlierGb: number;
  dailyGb: number;
  /** The traffic of this period whatever the clock says, set by a test. */
  fixedGb: number | null;
  /** Checked by the simulated proxy; without one it accepts any. */
  password?: string;
};

type Sketch = {
  username: string;
  limitGb: number | null;
  /** Used this month when the simulation starts, in GB. */
  usedGb: number;
  disabled?: true;
  disablesAtLimit?: true;
  lifetime?: true;
};

/** A dozen that resemble a customer's; the first is the main user. */
const sketches: Sketch[] = [
  { username: 'demo_main', limitGb: null, usedGb: 3.42 },
  { username: 'price_monitor_eu', limitGb: 50, usedGb: 46.1, disablesAtLimit: true },
  { username: 'serp_tracker', limitGb: 25, usedGb: 19.7 },
  { username: 'travel_fares', limitGb: 80, usedGb: 57.9, disablesAtLimit: true },
  { username: 'ad_verification', limitGb: 10, usedGb: 10.84 },
  { username: 'brand_protection', limitGb: 40, usedGb: 12.3 },
  { username: 'retail_catalog_us', limitGb: 120, usedGb: 41.6 },
  { username: 'seo_audit', limitGb: null, usedGb: 6.05 },
  { username: 'social_listening', limitGb: 15, usedGb: 2.2, lifetime: true },
  { username: 'qa_staging', limitGb: 0, usedGb: 0 },
  { username: 'real_estate_feed', limitGb: 30, usedGb: 8.4, disabled: true },
  { username: 'intern_test', limitGb: 1, usedGb: 0.052, disablesAtLimit: true },
];

const areas = ['prices', 'serp', 'travel', 'retail', 'reviews', 'jobs', 'news', 'maps', 'ads', 'stocks'];
const places = ['us', 'de', 'fr', 'uk', 'jp', 'br', 'in', 'ca', 'es', 'it'];
const firstId = 10_001;
/**
 * Daily rates are derived from the month's traffic so far. Early in a month that would be far too much, so at
 * least this number of days is assumed.
 */
const leastDays = 3;

/** Returns `count` sub-users, the same ones for the same start. */
export function makePeople(count: number, now: number): SimulatedSubUser[] {
  const start = monthStart(now);
  return Array.from({ length: count }, (_, index) => {
    const sketch = sketches[index] ?? customerOf(index);
    return {
      id: firstId + index,
      username: sketch.username,
      status: sketch.disabled ? 'disabled' : 'active',
      createdAt: now - Math.floor((40 + noise(index) * 700) * dayMs),
      limitGb: sketch.limitGb,
      disablesAtLimit: sketch.disablesAtLimit ?? false,
      lifetime: sketch.lifetime ?? false,
      earlierGb: sketch.lifetime ? 9.31 : 0,
      dailyGb:
        sketch.usedGb /
        Math.max(leastDays, trafficBetween({ seed: firstId + index, dailyGb: 1 }, start, now)),
      fixedGb: null,
    };
  });
}

/** Returns one of a reseller's many customers. */
function customerOf(index: number): Sketch {
  const area = areas[index % areas.length] ?? 'prices';
  const place = places[Math.floor(index / areas.length) % places.length] ?? 'us';
  const limitGb = [5, 10, 20, 50, 100][Math.floor(noise(index * 7) * 5)] ?? 10;
  const share = noise(index * 13) ** 2 * 1.05;
  return {
    username: `${area}_${place}_${String(index).padStart(5, '0')}`,
    limitGb: noise(index * 17) < 0.08 ? null : limitGb,
    usedGb: limitGb * share,
    ...(noise(index * 19) < 0.5 && { disablesAtLimit: true as const }),
    ...(noise(index * 23) < 0.04 && { disabled: true as const }),
  };
}

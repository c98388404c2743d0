import { dayMs, dayOf } from '../../electron/contract/day.ts';
import type { DayTotal } from '../../electron/contract/usage.ts';
import { MonthChart } from '../charts/month-chart.tsx';
import type { ChartMonth } from '../charts/month-data.ts';
import { MonthLegend } from '../charts/month-legend.tsx';
import { MonthsChart } from '../charts/months-chart.tsx';
import type { ChartMonths } from '../charts/months-data.ts';
import { SeriesChart } from '../charts/series-chart.tsx';
import { ShareBar } from '../charts/share-bar.tsx';
import { Meter } from '../ui/meter.tsx';
import { Sparkline } from '../ui/sparkline.tsx';
import { Part } from './ui-parts.tsx';

const fromMs = Date.UTC(2026, 10, 1);
const toMs = Date.UTC(2026, 11, 1);
const daysGb = [
  6.9, 9, 9.5, 7.1, 8, 9.2, 9.1, 9.7, 9.9, 10, 8.2, 8.3, 8.5, 8.1, 9.9, 7.8, 8.4, 9.1, 8.9, 9.3,
];

/** Returns the days so far, with their totals; those before `knownFrom` are not known. */
function daysOf(count: number, knownFrom = 0): DayTotal[] {
  let total = 0;
  return Array.from({ length: count }, (_, index) => {
    const gb = daysGb[index % daysGb.length] ?? 0;
    total += gb;
    const known = index >= knownFrom;
    return {
      at: dayOf(fromMs + index * dayMs),
      trafficGb: known ? gb : null,
      totalGb: known || index === knownFrom - 1 ? total : null,
    };
  });
}

const good: ChartMonth = {
  fromMs,
  toMs,
  days: daysOf(24),
  now: { atMs: fromMs + 23.75 * dayMs, gb: 211.7 },
  ceiling: { name: 'Plan', gb: 300 },
  forecast: { endGb: 268, lowGb: 259, highGb: 276 },
};

const monthStates: Record<string, ChartMonth> = {
  good,
  'over the plan': {
    ...good,
    ceiling: { name: 'Plan', gb: 190 },
    forecast: { endGb: 268, lowGb: 240, highGb: 320 },
  },
  'no plan': { ...good, ceiling: null },
  'known since day 11': { ...good, days: daysOf(24, 10) },
  'first day': {
    ...good,
    days: daysOf(1),
    now: { atMs: fromMs + 0.4 * dayMs, gb: 3.2 },
    forecast: null,
  },
  over: { ...good, days: daysOf(30), now: null, forecast: null },
  'nothing known': { ...good, days: [], now: null, forecast: null, ceiling: null },
};

const small: ChartMonth = { ...good, ceiling: { name: 'Limit', gb: 240 } };

const months: ChartMonths = {
  months: Array.from({ length: 12 }, (_, index) => ({
    month: dayOf(Date.UTC(2025, 11 + index, 1)).slice(0, 7),
    totalGb: index < 3 ? null : 180 + 12 * index - (index % 3) * 30,
    atLeast: index === 3,
  })),
  forecastGb: 330,
  ceiling: { name: 'Plan', gb: 300 },
};

/** The traffic of hours in their daily wave, in MB; some are not known. */
const hours = Array.from({ length: 48 }, (_, index) => {
  const atMs = fromMs + index * 3_600_000;
  const label = new Date(atMs).toISOString().slice(0, 13).replace('T', ' ');
  const value = 0.04 + 0.03 * Math.sin((index / 24) * 2 * Math.PI);
  return { at: atMs / 1000, label, value: index > 30 && index < 34 ? null : value };
});

const steps = daysGb.map((value, index) => {
  const atMs = fromMs + index * dayMs;
  return { at: atMs / 1000, label: dayOf(atMs), value: index === 8 ? null : value };
});

const recent = [3, 4, null, 5, 4.5, 6, 2, null, null, 5, 6.2, 5.8, 7, 6.4];

/** Shows the parts of `renderer/charts/`, and the meter. */
export function ChartParts() {
  return (
    <>
      <h2>Charts</h2>
      {Object.entries(monthStates).map(([state, month]) => (
        <Part key={state} name={`MonthChart, ${state}`}>
          <MonthLegend month={month} />
          <MonthChart label={`Traffic, ${state}`} locale="en-US" month={month} height={240} />
        </Part>
      ))}
      <Part name="MonthChart, small">
        <div style={{ width: 350 }}>
          <MonthChart label="Traffic, small" locale="en-US" month={small} size="small" height={72} />
        </div>
      </Part>
      <Part name="MonthsChart">
        <MonthsChart label="Traffic by month" locale="en-US" view={months} height={220} />
      </Part>
      <Part name="SeriesChart, hours">
        <SeriesChart label="Traffic by hour" locale="en-US" steps={hours} height={180} zone="UTC" />
      </Part>
      <Part name="SeriesChart, days">
        <SeriesChart label="Traffic by day" locale="en-US" steps={steps} height={180} zone="UTC" />
      </Part>
      <Part name="Sparkline">
        <span className="gallery-row">
          <Sparkline days={daysGb.slice(0, 14)} />
          <Sparkline days={recent} />
          <Sparkline days={[0, 0, 0, 0]} />
          <Sparkline days={[null, null, null, 2]} />
          <Sparkline days={[null, null]} />
        </span>
      </Part>
      <Part name="ShareBar">
        {[1, 0.45, 0.02, 0].map((share) => (
          <ShareBar key={share} share={share} />
        ))}
      </Part>
      <Part name="Meter with an even pace">
        {[0, 0.71, 0.85, 0.97, 1, 1.36, 2.84].map((share) => (
          <Meter key={share} label={`Plan, ${share}`} share={share} text={`${share * 100} %`} pace={0.79} />
        ))}
      </Part>
    </>
  );
}

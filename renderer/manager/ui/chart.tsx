import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useLocale } from 'react-aria-components';
import uPlot from 'uplot';
import { formatAxisGb } from '../../../electron/text/traffic.ts';
import { stepText } from '../../../electron/text/usage.ts';
import 'uplot/dist/uPlot.min.css';
import './chart.css';

/** Describes one step: its moment in epoch seconds, its label, and its value; null is a gap. */
export type ChartStep = { at: number; label: string; value: number | null };

type ChartProps = {
  /** The chart's name for screen readers. The table beside it has the same figures. */
  label: string;
  steps: ChartStep[];
  /** Moments have no time zone here, and are shown unchanged. */
  formatValue: (value: number) => string;
};

const height = 220;

/** Draws a line over time. The pointer or the arrow keys show exact values. */
export function Chart({ label, steps, formatValue }: ChartProps) {
  const { locale } = useLocale();
  const frame = useRef<HTMLDivElement>(null);
  const [index, setIndex] = useState<number | null>(null);
  const dark = useDarkScheme();

  // biome-ignore lint/correctness/useExhaustiveDependencies: colours are read off the page, which has others in the dark.
  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const plot = new uPlot(optionsFor(element, setIndex, locale), dataOf(steps), element);
    const observer = new ResizeObserver(() => plot.setSize({ width: element.clientWidth, height }));
    observer.observe(element);
    return () => {
      observer.disconnect();
      plot.destroy();
    };
  }, [steps, dark, locale]);

  function move(event: KeyboardEvent) {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step === undefined || steps.length === 0) return;
    event.preventDefault();
    setIndex(Math.min(Math.max((index ?? (step > 0 ? -1 : steps.length)) + step, 0), steps.length - 1));
  }

  const chosen = index === null ? undefined : steps[index];
  return (
    <div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys read the values one by one. */}
      <div ref={frame} className="chart" role="img" aria-label={label} tabIndex={0} onKeyDown={move} />
      <p className="chart-value" aria-live="polite">
        {chosen !== undefined &&
          stepText(chosen.label, chosen.value === null ? null : formatValue(chosen.value), locale)}
      </p>
    </div>
  );
}

function dataOf(steps: ChartStep[]): uPlot.AlignedData {
  return [steps.map(({ at }) => at), steps.map(({ value }) => value)];
}

function optionsFor(
  element: HTMLElement,
  onIndex: (index: number | null) => void,
  locale: string,
): uPlot.Options {
  const tick = tickText(locale);
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(name).trim();
  const axis = {
    stroke: token('--muted'),
    grid: { stroke: token('--line'), width: 1 },
    ticks: { show: false },
  };
  return {
    width: element.clientWidth,
    height,
    legend: { show: false },
    // The labels are the API's, in the requested time zone, and are drawn unchanged.
    tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), 'UTC'),
    cursor: { y: false, points: { size: 7 } },
    scales: { y: { range: (_plot, _least, most) => [0, most > 0 ? most * 1.1 : 1] } },
    axes: [
      {
        ...axis,
        size: 30,
        values: (_plot, moments, _axis, _space, stepS) => moments.map((at) => tick(at, stepS)),
      },
      { ...axis, size: 64, values: (_plot, values) => values.map((value) => formatAxisGb(value, locale)) },
    ],
    series: [
      {},
      {
        stroke: token('--chart-1'),
        width: 2,
        fill: `${token('--chart-1')}22`,
        spanGaps: false,
        points: { show: true, size: 5, fill: token('--chart-1') },
      },
    ],
    hooks: { setCursor: [(plot) => onIndex(plot.cursor.idx ?? null)] },
  };
}

/** Returns a formatter for days in the user's locale, or for hours within a day. */
function tickText(locale: string): (seconds: number, stepS: number) => string {
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const hour = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' });
  return (seconds, stepS) => {
    const withinDay = stepS < 86_400 && seconds % 86_400 !== 0;
    return (withinDay ? hour : day).format(seconds * 1000);
  };
}

function useDarkScheme(): boolean {
  const [dark, setDark] = useState(() => matchMedia('(prefers-color-scheme: dark)').matches);
  useEffect(() => {
    const query = matchMedia('(prefers-color-scheme: dark)');
    const follow = () => setDark(query.matches);
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, []);
  return dark;
}

import './sparkline.css';

const size = { width: 64, height: 18 };
const margin = 2.5;

/**
 * Draws recent days as a small line; null is not known and leaves a gap. It is hidden from screen readers, since a
 * number stands beside it.
 */
export function Sparkline({ days }: { days: readonly (number | null)[] }) {
  const { lines, end } = sparklinePoints(days);
  return (
    <svg
      className="sparkline"
      viewBox={`0 0 ${size.width} ${size.height}`}
      width={size.width}
      height={size.height}
      aria-hidden="true"
    >
      {lines.map((points) => (
        <polyline key={points} points={points} />
      ))}
      {end !== null && <circle cx={end.x} cy={end.y} r={1.75} />}
    </svg>
  );
}

type Point = { x: number; y: number };

/** Returns a line for each run of known days, from zero to the highest, and the last known day. */
export function sparklinePoints(days: readonly (number | null)[]): { lines: string[]; end: Point | null } {
  const most = Math.max(0, ...days.flatMap((gb) => gb ?? []));
  const step = (size.width - 2 * margin) / Math.max(1, days.length - 1);
  const runs: Point[][] = [[]];
  for (const [index, gb] of days.entries()) {
    if (gb === null) runs.push([]);
    else {
      const share = most === 0 ? 0 : gb / most;
      const y = size.height - margin - share * (size.height - 2 * margin);
      runs.at(-1)?.push({ x: rounded(margin + index * step), y: rounded(y) });
    }
  }
  const known = runs.filter((run) => run.length > 0);
  return {
    lines: known.map((run) => run.map(({ x, y }) => `${x},${y}`).join(' ')),
    end: known.at(-1)?.at(-1) ?? null,
  };
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}

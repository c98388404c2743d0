import type { TargetTraffic } from '../../../electron/contract/usage.ts';
import { compareKeys } from '../ui/compare.ts';

export const targetColumns = ['target', 'traffic', 'requests', 'perRequest', 'share'] as const;
export type TargetColumn = (typeof targetColumns)[number];
export type TargetSort = { column: TargetColumn; direction: 'ascending' | 'descending' };

export type TargetRow = {
  key: string;
  target: string;
  trafficGb: number | null;
  requests: number | null;
  perRequestGb: number | null;
  /** The share of the day's total, 0 to 1. */
  share: number | null;
};

/** Returns the day's targets sorted by a column. Unknown values come last in either direction. */
export function targetRows(traffic: TargetTraffic, { column, direction }: TargetSort): TargetRow[] {
  const { totalGb, targets } = traffic;
  const rows = targets.map(({ target, trafficGb, requests }, index): TargetRow => {
    const perRequestGb =
      trafficGb === null || requests === null || requests === 0 ? null : trafficGb / requests;
    const share = trafficGb === null || totalGb === null || totalGb === 0 ? null : trafficGb / totalGb;
    return { key: `${index}`, target, trafficGb, requests, perRequestGb, share };
  });
  const sign = direction === 'ascending' ? 1 : -1;
  return rows.sort((one, other) => compareKeys(keyOf(one, column), keyOf(other, column), sign));
}

function keyOf(row: TargetRow, column: TargetColumn): string | number | null {
  switch (column) {
    case 'target':
      return row.target.toLowerCase();
    case 'traffic':
      return row.trafficGb;
    case 'requests':
      return row.requests;
    case 'perRequest':
      return row.perRequestGb;
    case 'share':
      return row.share;
  }
}

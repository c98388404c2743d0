import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { setImmediate as turn } from 'node:timers/promises';
import { type LongHistory, recordLongHistory } from '../../tests/support/unit/long-history.ts';
import { type Spread, spreadOf } from './statistics.ts';

const size = { months: 13, subUsers: 10_000 };

export type HistoryFigures = typeof size & {
  openMs: Spread;
  totalsMs: Spread;
  allMs: Spread;
} & ExportFigures;

/** `exportLongestBlockMs` is the longest time in which main would serve nothing else. */
type ExportFigures = { exportMs: number; exportMb: number; exportLongestBlockMs: number };

/** Measures in plain Node what a history of 13 months of 10,000 sub-users costs. */
export async function measureHistory(rounds: number): Promise<HistoryFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'oxygauge-bench-history-'));
  try {
    const history = recordLongHistory(folder, size);
    const spread = (run: () => unknown) =>
      spreadOf(
        Array.from({ length: rounds }, () => timeOf(run)),
        0,
      );
    return {
      ...size,
      openMs: spread(history.open),
      totalsMs: spread(history.totals),
      allMs: spread(history.all),
      ...(await measureExport(history)),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function timeOf(run: () => unknown): number {
  const begun = performance.now();
  run();
  return performance.now() - begun;
}

async function measureExport(history: LongHistory): Promise<ExportFigures> {
  const delays = monitorEventLoopDelay({ resolution: 1 });
  delays.enable();
  await turn();
  const begun = performance.now();
  const file = await history.exported();
  const exportMs = Math.round(performance.now() - begun);
  await turn();
  delays.disable();
  return {
    exportMs,
    exportMb: Math.round(statSync(file).size / 1e6),
    exportLongestBlockMs: Math.round(delays.max / 1e6),
  };
}

import { setTimeout as pass } from 'node:timers/promises';
import { type Candidate, type Running, start } from './candidate.ts';
import { cpuMsOf } from './processes.ts';
import { monthTotal } from './start.ts';
import type { TrayWatcher } from './tray.ts';

const settleMs = 10_000;
const watchedMs = 60_000;

/** Measures each candidate's share of one CPU, in percent, over the same minute with only its tray icon. */
export async function sampleIdle(candidates: readonly Candidate[], tray: TrayWatcher): Promise<number[]> {
  const all: Running[] = [];
  try {
    for (const candidate of candidates) {
      const running = start(candidate);
      all.push(running);
      await tray.arrival(running.pid);
      if (candidate.name === 'oxygauge') await tray.tooltip(running.pid, monthTotal);
    }
    await pass(settleMs);
    const before = all.map(cpuMs);
    const begin = performance.now();
    await pass(watchedMs);
    const watched = performance.now() - begin;
    return all.map((running, index) => ((cpuMs(running) - (before[index] ?? 0)) / watched) * 100);
  } finally {
    for (const running of all) await running.stop();
  }
}

function cpuMs(running: Running): number {
  return running.family().reduce((sum, row) => sum + cpuMsOf(row), 0);
}

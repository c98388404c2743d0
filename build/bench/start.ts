import { setTimeout as pass } from 'node:timers/promises';
import { type Candidate, start } from './candidate.ts';
import { memoryOf, type ProcessMemory } from './processes.ts';
import type { TrayWatcher } from './tray.ts';

/** Holds times from the start of the process, in milliseconds, and memory in MB. */
export type StartSample = {
  trayMs: number;
  /** Until the tooltip shows the month's usage; null for an app that shows none. */
  figureMs: number | null;
  memoryMb: number;
  /** By what each process does. */
  processes: Record<string, ProcessMemory>;
};

/** Work that a start leaves behind is not what the app needs at rest. */
const settleMs = 4_000;
export const monthTotal = /GB this month/;

/** Starts a candidate as a desktop does, with nothing attached, and watches its tray icon. */
export async function sampleStart(candidate: Candidate, tray: TrayWatcher): Promise<StartSample> {
  const running = start(candidate);
  try {
    const trayMs = (await tray.arrival(running.pid)) - running.startedAt;
    const figureMs =
      candidate.name === 'bare' ? null : (await tray.tooltip(running.pid, monthTotal)) - running.startedAt;
    await pass(settleMs);
    const processes: Record<string, ProcessMemory> = {};
    for (const row of running.family()) processes[row.name] = added(processes[row.name], memoryOf(row));
    const memoryMb = Object.values(processes).reduce((sum, { totalMb }) => sum + totalMb, 0);
    return { trayMs, figureMs, memoryMb, processes };
  } finally {
    await running.stop();
  }
}

/** Adds up processes that do the same, such as the zygotes. */
function added(one: ProcessMemory | undefined, other: ProcessMemory): ProcessMemory {
  if (one === undefined) return other;
  return {
    totalMb: one.totalMb + other.totalMb,
    heapMb: one.heapMb + other.heapMb,
    filesMb: one.filesMb + other.filesMb,
    sharedMb: one.sharedMb + other.sharedMb,
  };
}

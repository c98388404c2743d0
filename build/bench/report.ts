import type { GridSample } from './grid.ts';
import type { OverviewSample } from './overview.ts';
import type { PopoverSample } from './popover.ts';
import type { StartSample } from './start.ts';
import { ratioOf, spreadOf } from './statistics.ts';
import type { StatusSample } from './status.ts';

/** Returns the figures of both with their spread, and the ratio of ours to the bare Electron's. */
export function startFigures(bare: readonly StartSample[], oxygauge: readonly StartSample[]) {
  const trayMs = (samples: readonly StartSample[]) => samples.map((each) => each.trayMs);
  const figureMs = oxygauge.map((each) => each.figureMs ?? Number.NaN);
  const memoryMb = (samples: readonly StartSample[]) => samples.map((each) => each.memoryMb);
  return {
    startToTray: compared(trayMs(bare), trayMs(oxygauge), 'Ms', 0),
    startToFigure: {
      bareTrayMs: spreadOf(trayMs(bare), 0),
      oxygaugeMs: spreadOf(figureMs, 0),
      ratio: ratioOf(figureMs, trayMs(bare)),
    },
    memory: {
      ...compared(memoryMb(bare), memoryMb(oxygauge), 'Mb', 1),
      bareProcesses: byProcess(bare),
      oxygaugeProcesses: byProcess(oxygauge),
    },
  };
}

export function popoverFigures(bare: readonly PopoverSample[], oxygauge: readonly PopoverSample[]) {
  const coldMs = (samples: readonly PopoverSample[]) => samples.map((each) => each.coldMs);
  const memoryMb = (samples: readonly PopoverSample[]) => samples.map((each) => each.memoryMb);
  return {
    popoverCold: compared(coldMs(bare), coldMs(oxygauge), 'Ms', 0),
    popoverMemory: compared(memoryMb(bare), memoryMb(oxygauge), 'Mb', 1),
  };
}

/** Returns the difference in each round and no ratio, since a bare Electron may use nothing at all. */
export function idleFigures(bare: readonly number[], oxygauge: readonly number[]) {
  const more = oxygauge.map((percent, round) => percent - (bare[round] ?? Number.NaN));
  return {
    idleCpu: {
      barePercent: spreadOf(bare, 2),
      oxygaugePercent: spreadOf(oxygauge, 2),
      moreThanBarePercent: spreadOf(more, 2),
    },
  };
}

/** Returns what an answer of the command line takes, and its ratio to a bare Electron that is ready. */
export function statusFigures(samples: readonly StatusSample[]) {
  const bare = samples.map(({ bareReadyMs }) => bareReadyMs);
  const answers = samples.map(({ answerMs }) => answerMs);
  return {
    statusAnswer: {
      bareReadyMs: spreadOf(bare, 0),
      oxygaugeMs: spreadOf(answers, 0),
      ratio: ratioOf(answers, bare),
    },
  };
}

type GridSamples = Record<'rows100' | 'rows10000' | 'rows50000', readonly GridSample[]>;

/** Returns the waiting times at each number of rows, and the ratios of the many rows to a hundred. */
export function gridFigures({ rows100, rows10000, rows50000 }: GridSamples) {
  const waits = ['firstRowsMs', 'keystrokeMs', 'searchMs', 'wheelFrameMs', 'dragFrameMs'] as const;
  return { grid: byRows([...waits, 'jumpWorkMs'], rows100, { rows10000, rows50000 }) };
}

/** Returns the overview's waiting times, and the bytes that a window gets, with few and with many sub-users. */
export function overviewFigures(rows100: readonly OverviewSample[], rows10000: readonly OverviewSample[]) {
  const times = ['firstPaintMs', 'reopenedMs'] as const;
  const bytes = ['listBytes', 'accountDaysBytes', 'recentDaysBytes', 'moversBytes'] as const;
  return { overview: byRows([...times, ...bytes], rows100, { rows10000 }) };
}

/** Returns each figure's spread with few rows, and with each larger number the spread and the ratio to the few. */
function byRows<Name extends string>(
  names: readonly Name[],
  few: readonly Record<Name, number>[],
  more: Record<string, readonly Record<Name, number>[]>,
) {
  const figures = names.map((name) => {
    const of = (samples: readonly Record<Name, number>[]) => samples.map((each) => each[name]);
    const many = Object.entries(more).map(([rows, samples]) => [
      rows,
      { spread: spreadOf(of(samples), 0), ratio: ratioOf(of(samples), of(few)) },
    ]);
    return [name, { rows100: spreadOf(of(few), 0), ...Object.fromEntries(many) }];
  });
  return Object.fromEntries(figures);
}

function compared(bare: readonly number[], oxygauge: readonly number[], unit: 'Ms' | 'Mb', digits: number) {
  return {
    [`bare${unit}`]: spreadOf(bare, digits),
    [`oxygauge${unit}`]: spreadOf(oxygauge, digits),
    ratio: ratioOf(oxygauge, bare),
  };
}

/** Returns the spreads of each process. One that some rounds lack counts as zero there. */
function byProcess(samples: readonly StartSample[]) {
  const names = new Set(samples.flatMap(({ processes }) => Object.keys(processes)));
  const kinds = ['totalMb', 'heapMb', 'filesMb', 'sharedMb'] as const;
  const spreads = (name: string) =>
    kinds.map((kind) => [
      kind,
      spreadOf(
        samples.map(({ processes }) => processes[name]?.[kind] ?? 0),
        1,
      ),
    ]);
  return Object.fromEntries([...names].map((name) => [name, Object.fromEntries(spreads(name))]));
}

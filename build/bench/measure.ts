import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { SimulatorServer } from '../../tests/support/server/simulator-server.ts';
import { type Candidate, remove } from './candidate.ts';
import { type GridSample, sampleGrid } from './grid.ts';
import { sampleIdle } from './idle.ts';
import { type Part, readOptions } from './options.ts';
import { type OverviewSample, sampleOverview } from './overview.ts';
import { type PopoverSample, samplePopover } from './popover.ts';
import { bareElectron, signedInOxygauge } from './profiles.ts';
import {
  gridFigures,
  idleFigures,
  overviewFigures,
  popoverFigures,
  startFigures,
  statusFigures,
} from './report.ts';
import { type StartSample, sampleStart } from './start.ts';
import { type StatusSample, sampleStatus } from './status.ts';
import { TrayWatcher } from './tray.ts';

/**
 * Runs inside the session that `npm run bench` started: measures the rounds and leaves their figures in the output folder.
 */
const options = readOptions(process.argv.slice(2));
const root = options.app ?? resolve(import.meta.dirname, '../..');
const output = process.env.OXYGAUGE_OUTPUT ?? '.';
const wants = (...parts: Part[]) => parts.some((part) => options.only.includes(part));

const starts: Record<Candidate['name'], StartSample[]> = { bare: [], oxygauge: [] };
const popovers: Record<Candidate['name'], PopoverSample[]> = { bare: [], oxygauge: [] };
const idles: Record<Candidate['name'], number[]> = { bare: [], oxygauge: [] };
const statuses: StatusSample[] = [];
const grids: Record<'rows100' | 'rows10000' | 'rows50000', GridSample[]> = {
  rows100: [],
  rows10000: [],
  rows50000: [],
};

const overviews: Record<'rows100' | 'rows10000', OverviewSample[]> = { rows100: [], rows10000: [] };

const server = await SimulatorServer.start();
const tray = await TrayWatcher.start();
const candidates = [await bareElectron(tray), await signedInOxygauge(root, server.url, tray)];
try {
  for (let round = 1; round <= options.rounds; round += 1) {
    console.error(`Round ${round} of ${options.rounds}`);
    await measureRound();
  }
} finally {
  for (const { profile } of candidates) remove(profile);
  tray.stop();
  await server.stop();
}
const figures = {
  ...(wants('start', 'memory') && startFigures(starts.bare, starts.oxygauge)),
  ...(wants('popover') && popoverFigures(popovers.bare, popovers.oxygauge)),
  ...(wants('idle') && idleFigures(idles.bare, idles.oxygauge)),
  ...(wants('status') && statusFigures(statuses)),
  ...(wants('grid') && gridFigures(grids)),
  ...(wants('overview') && overviewFigures(overviews.rows100, overviews.rows10000)),
};
writeFileSync(join(output, 'bench.json'), JSON.stringify(figures));

/** Measures each part in turn, so that a slow moment of the machine slows both. */
async function measureRound(): Promise<void> {
  if (wants('start', 'memory'))
    for (const each of candidates) starts[each.name].push(await sampleStart(each, tray));
  if (wants('popover'))
    for (const each of candidates) popovers[each.name].push(await samplePopover(each, tray));
  if (wants('idle')) {
    const [bare = Number.NaN, oxygauge = Number.NaN] = await sampleIdle(candidates, tray);
    idles.bare.push(bare);
    idles.oxygauge.push(oxygauge);
  }
  if (wants('status')) statuses.push(await sampleStatus(root));
  if (wants('grid')) {
    grids.rows100.push(await sampleGrid(root, 100));
    grids.rows10000.push(await sampleGrid(root, 10_000));
    grids.rows50000.push(await sampleGrid(root, 50_000));
  }
  if (wants('overview')) {
    overviews.rows100.push(await sampleOverview(root, 100));
    overviews.rows10000.push(await sampleOverview(root, 10_000));
  }
}

import { join } from 'node:path';
import { setTimeout as pass } from 'node:timers/promises';
import { _electron, type ElectronApplication } from '@playwright/test';
import { newProfile, removeProfiles, root, switchesOf } from '../../tests/support/app.ts';
import { TrayHost } from '../../tests/support/tray-host.ts';
import { until } from '../../tests/support/until.ts';
import { sampleGrid } from './grid.ts';
import { memoryMb } from './memory.ts';
import { sampleState } from './state.ts';

/** One run of an app, in milliseconds and MB (proportional set size over all processes). */
type Sample = {
  trayMs: number;
  trayMb: number;
  popoverColdMs: number;
  popoverWarmMs: number;
  popoverMb: number;
};

const rounds = 3;
const settleMs = 2_000;
const bare = [join(root, 'build/bench/bare')];

const samples: Record<'bare' | 'oxygauge', Sample[]> = { bare: [], oxygauge: [] };
for (let round = 0; round < rounds; round += 1) {
  samples.bare.push(await sample(bare));
  samples.oxygauge.push(await sample([root, '--demo', '--demo-sub-users=12']));
}
const state = { subUsers1000: await sampleState(1_000), subUsers10000: await sampleState(10_000) };
const grid = { rows100: await sampleGrid(100), rows10000: await sampleGrid(10_000) };
removeProfiles();
const medians = { bare: medianOf(samples.bare), oxygauge: medianOf(samples.oxygauge) };
const ratio = ratioOf(medians.oxygauge, medians.bare);
const stateRatio = ratioOf(state.subUsers10000, state.subUsers1000);
const gridRatio = ratioOf(grid.rows10000, grid.rows100);
console.log(JSON.stringify({ ...medians, ratio, grid, gridRatio, state, stateRatio }, null, 2));

async function sample(app: string[]): Promise<Sample> {
  const tray = await TrayHost.start();
  const begin = performance.now();
  const electron = await _electron.launch({
    executablePath: process.env.OXYGAUGE_ELECTRON ?? '',
    args: [...app, ...switchesOf({ keyring: false }, newProfile())],
  });
  await until('a tray icon', () => tray.hasItem());
  const trayMs = performance.now() - begin;
  // The demo opens the manager by itself; the bare app has none.
  await pass(settleMs);
  await closeWindows(electron);
  await pass(settleMs);
  const trayMb = memoryMb(electron.process().pid ?? 0);
  const popoverColdMs = await timeToShow(electron, tray);
  await tray.click();
  await until('the popover hidden', async () => !(await anyVisible(electron)));
  // A second click within the same press would be taken for the first.
  await pass(settleMs);
  const popoverWarmMs = await timeToShow(electron, tray);
  await pass(settleMs);
  const popoverMb = memoryMb(electron.process().pid ?? 0);
  await electron.close();
  await tray.stop();
  return { trayMs, trayMb, popoverColdMs, popoverWarmMs, popoverMb };
}

function closeWindows(electron: ElectronApplication): Promise<void> {
  return electron.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.close();
  });
}

function anyVisible(electron: ElectronApplication): Promise<boolean> {
  return electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().some((each) => each.isVisible()),
  );
}

/** From the click on the tray to the window's `show`, both by main's own clock but for the click's way over D-Bus. */
async function timeToShow(electron: ElectronApplication, tray: TrayHost): Promise<number> {
  const showing = electron.evaluate(
    ({ app, BrowserWindow }) =>
      new Promise<number>((done) => {
        for (const window of BrowserWindow.getAllWindows()) window.once('show', () => done(Date.now()));
        app.once('browser-window-created', (_event, window) => window.once('show', () => done(Date.now())));
      }),
  );
  const clickedAt = Date.now();
  await tray.click();
  return (await showing) - clickedAt;
}

function medianOf(all: Sample[]): Sample {
  const middle = (pick: (each: Sample) => number) =>
    all.map(pick).sort((one, other) => one - other)[Math.floor(all.length / 2)] ?? Number.NaN;
  return {
    trayMs: Math.round(middle((each) => each.trayMs)),
    trayMb: Math.round(middle((each) => each.trayMb)),
    popoverColdMs: Math.round(middle((each) => each.popoverColdMs)),
    popoverWarmMs: Math.round(middle((each) => each.popoverWarmMs)),
    popoverMb: Math.round(middle((each) => each.popoverMb)),
  };
}

function ratioOf<Figures extends Record<string, number>>(
  ours: Figures,
  theirs: Figures,
): Record<string, number> {
  return Object.fromEntries(
    Object.entries(ours).map(([key, value]) => [
      key,
      Number((value / (theirs[key] ?? Number.NaN)).toFixed(2)),
    ]),
  );
}

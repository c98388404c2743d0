import { join } from 'node:path';
import { app, clipboard } from 'electron';
import { restartsWithoutAutolaunch } from './desktop/app/dbus-autolaunch.ts';
import { followLifecycle, removeMenu } from './desktop/app/lifecycle.ts';
import { prepareProfile } from './desktop/app/profile.ts';
import { exitAtOnce, isStillFirst } from './desktop/app/single-instance.ts';
import { keepHeapSmall } from './desktop/app/small-heap.ts';
import { readSwitches, refusesSwitches } from './desktop/app/switches.ts';
import { answerProbe, isKeyringProbe } from './desktop/keyring/keyring-probe.ts';
import { chooseKeyring } from './desktop/keyring/store-choice.ts';
import { drawWithoutGpu, watchHelperProcesses } from './desktop/recovery/gpu.ts';
import { guardMain, type MainGuard } from './desktop/recovery/main-guard.ts';
import { TrayIcon } from './desktop/tray/tray.ts';
import { startingModel } from './desktop/tray/tray-model.ts';
import { registerAppScheme, serveAppScheme } from './desktop/windows/app-scheme.ts';
import { checkNoSpelling, hardenPages } from './desktop/windows/hardening.ts';
import { systemClock } from './monitor/clock.ts';
import { readApiUrl, vendorApiUrl } from './oxylabs/api-url.ts';
import { namesInstead } from './oxylabs/simulator/named-faults.ts';
import { noLastFigure, openLastFigure } from './storage/last-figure.ts';
import { say } from './text/say.ts';

const switches = readSwitches();
const { now } = systemClock;

if (refusesSwitches()) app.exit(1);
else if (isKeyringProbe()) void answerProbe();
else begin();

/**
 * Refuses to start where the app must not run, and otherwise starts it once. This file and what it imports is all that a
 * start loads before the tray is shown, so it holds no schema, and no library but the one that formats texts.
 */
function begin(): void {
  const guard = guardMain(now);
  if (restartsWithoutAutolaunch()) return;
  keepHeapSmall();
  removeMenu();
  chooseKeyring();
  drawWithoutGpu();
  const api = readApiUrl(switches.apiUrl ?? vendorApiUrl);
  if (!api.ok) {
    refuse(say(`refusal.apiUrl.${api.failure.problem}`));
    return;
  }
  const names = namesInstead(switches.demoFault);
  if (names !== null) {
    refuse(say('refusal.demoFault', { names: names.join(', ') }));
    return;
  }
  const profile = prepareProfile(switches);
  // The files have no locks, so the first instance takes this one before it opens them.
  if (!app.requestSingleInstanceLock(switches.show ?? {})) {
    app.exit(0);
    return;
  }
  registerAppScheme();
  checkNoSpelling();
  hardenPages();
  serveAppScheme(join(import.meta.dirname, 'renderer'));
  // Forced for every page, unless Chromium runs without a sandbox (as it must for root).
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  app
    .whenReady()
    .then(() => (isStillFirst() ? start(api.value, profile, guard) : exitAtOnce()))
    .catch(guard.cannotStart);
}

function refuse(problem: string): void {
  console.error(say('refusal.didNotStart', { problem }));
  app.exit(1);
}

/** Shows the tray at once, and then loads the rest: what the user does until then is kept for it. */
async function start(baseUrl: string, profile: string, guard: MainGuard): Promise<void> {
  const lastFigure = switches.demo ? noLastFigure : openLastFigure(profile);
  const tray = new TrayIcon(startingModel(lastFigure.read(now()), now(), switches.demo));
  const lifecycle = followLifecycle(switches.show);
  watchHelperProcesses();
  await tray.place();
  const { run } = await import('./run.ts');
  run({
    switches,
    baseUrl,
    profile,
    guard,
    tray,
    lifecycle,
    lastFigure,
    clipboard,
    quit: () => app.quit(),
  });
}

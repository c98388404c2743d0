import { app, BrowserWindow, dialog } from 'electron';
import { afterException } from './after-exception.ts';
import { report } from './report.ts';
import { tell } from './tell.ts';

const restartSwitch = 'restarted-at';
/** The windows and the files are closed in a moment; what takes longer hangs. */
const quitLimitMs = 3_000;
/** The person is told once, not for each of many. */
const toldForMs = 10 * 60_000;

export type MainGuard = {
  /** The app could not be started: says so and ends. */
  cannotStart(error: unknown): void;
  /** The app runs. `mayRestart` tells whether a restart would lose nothing but windows. */
  runs(mayRestart: () => boolean): void;
};

/**
 * What nobody caught in the main process. Electron would show a box with a stack trace, and all watching would wait until
 * somebody closes it. A rejection is reported and that is all; after an exception the app starts anew where nobody would miss
 * anything, and otherwise goes on and says so.
 */
export function guardMain(now: () => number): MainGuard {
  let mayRestart: (() => boolean) | null = null;
  let toldAt = Number.NEGATIVE_INFINITY;

  // The terminal that the app was started from may be gone: a line less, not an exception for each line.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  process.on('unhandledRejection', (reason) => report('rejection', reason));
  process.on('uncaughtException', (error) => {
    report('exception', error);
    if (mayRestart === null) cannotStart(error);
    else if (afterException(moment(mayRestart)) === 'restart') restart();
    else goOn();
  });

  function moment(lossless: () => boolean) {
    const seen = BrowserWindow.getAllWindows().some((window) => window.isVisible());
    return { now: now(), restartedAt: restartedAt(), nothingToLose: !seen && lossless() };
  }

  function restart(): void {
    const own = process.argv.slice(1).filter((word) => !word.startsWith(`--${restartSwitch}=`));
    app.relaunch({ args: [...own, `--${restartSwitch}=${now()}`] });
    setTimeout(() => app.exit(1), quitLimitMs);
    app.quit();
  }

  function goOn(): void {
    if (now() - toldAt < toldForMs) return;
    toldAt = now();
    tell(
      'Something went wrong inside Oxygauge.',
      'It goes on. If something looks wrong, quit Oxygauge and start it again.',
    );
  }

  function cannotStart(error: unknown): void {
    report('start', error);
    dialog.showErrorBox('Oxygauge could not start', startProblem(error));
    app.exit(1);
  }

  return {
    cannotStart,
    runs(lossless) {
      mayRestart = lossless;
    },
  };
}

function restartedAt(): number | null {
  const at = Number(app.commandLine.getSwitchValue(restartSwitch) || Number.NaN);
  return Number.isFinite(at) ? at : null;
}

/** The system's short code and no more: an error's words may hold what is nobody's business. */
function startProblem(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
  return `Something it needs could not be made ready${code}. Nothing was lost. Look whether its folder can be written: ${app.getPath('userData')}`;
}

import { app, BrowserWindow, dialog } from 'electron';
import { cannotStartText } from '../../text/recovery.ts';
import { say } from '../../text/say.ts';
import { ownProgram } from '../app/own-program.ts';
import { afterException } from './after-exception.ts';
import { showMessage } from './message-box.ts';
import { report } from './report.ts';

const restartSwitch = 'restarted-at';
/** Windows and files close in a moment, so a longer quit is a hang. */
const quitLimitMs = 3_000;
/** At most one dialog in this interval. */
const messageIntervalMs = 10 * 60_000;

export type MainGuard = {
  /** Reports that the app could not be started, and ends it. */
  cannotStart(error: unknown): void;
  /** Marks the app as running. `mayRestart` returns whether a restart would lose nothing but windows. */
  runs(mayRestart: () => boolean): void;
};

/**
 * Handles uncaught errors of the main process, for which Electron would show a stack trace and stop everything until it is
 * closed. A rejection is only reported; after an exception the app restarts if nothing is lost by it, and otherwise goes on
 * and says so.
 */
export function guardMain(now: () => number): MainGuard {
  let mayRestart: (() => boolean) | null = null;
  let shownAt = Number.NEGATIVE_INFINITY;

  // The terminal that started the app may be closed. Its lines are then lost, instead of each raising an exception.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  process.on('unhandledRejection', (reason) => report('unhandled rejection', reason));
  process.on('uncaughtException', (error) => {
    report('uncaught exception', error);
    if (mayRestart === null) cannotStart(error);
    else if (afterException(moment(mayRestart)) === 'restart') restart();
    else goOn();
  });

  function moment(lossless: () => boolean) {
    const seen = BrowserWindow.getAllWindows().some((window) => window.isVisible());
    return { now: now(), restartedAt: restartedAt(), nothingToLose: !seen && lossless() };
  }

  function restart(): void {
    // What `--show` asked for was shown by the first start.
    const own = process.argv.slice(1).filter((word) => !/^--(restarted-at=|show(=|$))/.test(word));
    app.relaunch({ ...ownProgram(), args: [...own, `--${restartSwitch}=${now()}`] });
    setTimeout(() => app.exit(1), quitLimitMs);
    app.quit();
  }

  function goOn(): void {
    if (now() - shownAt < messageIntervalMs) return;
    shownAt = now();
    showMessage('fault');
  }

  function cannotStart(error: unknown): void {
    report('start', error);
    dialog.showErrorBox(say('recovery.cannotStart'), cannotStartText(codeOf(error), app.getPath('userData')));
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

/** Returns only the system's code, because an error's message may hold private data. */
function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error ? String(error.code) : null;
}

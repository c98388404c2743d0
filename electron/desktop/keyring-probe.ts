import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app, safeStorage } from 'electron';
import type { Keyring } from '../contract/account.ts';

const probeSwitch = 'probe-keyring';
const exitCodes = { available: 10, none: 11 } as const;

/** This process was started to ask the keyring, and for nothing else. */
export function isKeyringProbe(): boolean {
  return app.commandLine.hasSwitch(probeSwitch);
}

/** Asks, and ends with the answer as its exit code. It may hang here, where it hurts nobody. */
export async function answerProbe(): Promise<void> {
  await app.whenReady();
  app.exit(safeStorage.isEncryptionAvailable() ? exitCodes.available : exitCodes.none);
}

/** Starts a second process of this app that asks the keyring, and gives up on it after `limitMs`. */
export function probeKeyring(limitMs: number): Promise<Keyring> {
  const folder = mkdtempSync(join(tmpdir(), 'oxygauge-probe-'));
  return new Promise<Keyring>((answer) => {
    const child = spawn(process.execPath, probeArguments(folder), { stdio: 'ignore' });
    const timer = setTimeout(() => {
      answer('silent');
      child.kill('SIGKILL');
    }, limitMs);
    child.once('error', () => answer('none'));
    child.once('exit', (code) => answer(code === exitCodes.available ? 'available' : 'none'));
    child.once('close', () => clearTimeout(timer));
  }).finally(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
}

/** The switches that decide which keyring is asked, and those without which Electron does not start here. */
function probeArguments(folder: string): string[] {
  const carried = ['password-store', 'ozone-platform'].flatMap((name) => {
    const value = app.commandLine.getSwitchValue(name);
    return value === '' ? [] : [`--${name}=${value}`];
  });
  const sandbox = app.commandLine.hasSwitch('no-sandbox') ? ['--no-sandbox'] : [];
  const appFolder = app.isPackaged ? [] : [app.getAppPath()];
  return [
    ...appFolder,
    `--${probeSwitch}`,
    `--user-data-dir=${folder}`,
    '--disable-gpu',
    ...carried,
    ...sandbox,
  ];
}

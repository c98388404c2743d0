import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app, safeStorage } from 'electron';

const probeSwitch = 'probe-keyring';
const exitCodes = { available: 10, none: 11 } as const;

/** Returns whether this process was started only to try the keyring. */
export function isKeyringProbe(): boolean {
  return app.commandLine.hasSwitch(probeSwitch);
}

/** The text that the probe encrypts. */
export const sampleText = 'Oxygauge';

/**
 * `sample` is `sampleText`, encrypted by the probe. The key was stored only if this process can decrypt it: after a
 * cancelled prompt, each process has its own key in memory.
 */
export type Probed = { kind: 'available'; sample: Uint8Array } | { kind: 'none' | 'silent' };

/** Tries the keyring and exits with the result as the exit code. It may hang here without harm. */
export async function answerProbe(): Promise<void> {
  await app.whenReady();
  const available = safeStorage.isEncryptionAvailable();
  if (available) writeSync(process.stdout.fd, safeStorage.encryptString(sampleText).toString('base64'));
  app.exit(available ? exitCodes.available : exitCodes.none);
}

/** Starts a second process of this app that tries the keyring, and gives up on it after `limitMs`. */
export function probeKeyring(limitMs: number): Promise<Probed> {
  const folder = mkdtempSync(join(tmpdir(), 'oxygauge-probe-'));
  return new Promise<Probed>((answer) => {
    const child = spawn(process.execPath, probeArguments(folder), { stdio: ['ignore', 'pipe', 'ignore'] });
    let said = '';
    child.stdout.setEncoding('latin1').on('data', (chunk: string) => {
      said += chunk;
    });
    const timer = setTimeout(() => {
      answer({ kind: 'silent' });
      child.kill('SIGKILL');
    }, limitMs);
    child.once('error', () => answer({ kind: 'none' }));
    child.once('close', (code) => {
      clearTimeout(timer);
      const available = code === exitCodes.available;
      answer(available ? { kind: 'available', sample: Buffer.from(said, 'base64') } : { kind: 'none' });
    });
  }).finally(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
}

/** Returns the switches that choose the keyring, and those without which Electron does not start here. */
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

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app, safeStorage } from 'electron';
import { ProcessGone } from '../recovery/process-gone.ts';
import { report } from '../recovery/report.ts';

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

/**
 * Starts a second process of this app that tries the keyring, and gives up on it after `limitMs`. A process that crashes says
 * nothing about the keyring, so it is started once more.
 */
export async function probeKeyring(limitMs: number): Promise<Probed> {
  const begin = performance.now();
  const first = await probeOnce(limitMs);
  if (first.kind !== 'crashed') return first;
  const second = await probeOnce(limitMs - (performance.now() - begin));
  return second.kind === 'crashed' ? { kind: 'none' } : second;
}

function probeOnce(limitMs: number): Promise<Probed | { kind: 'crashed' }> {
  const folder = mkdtempSync(join(tmpdir(), 'oxygauge-probe-'));
  return new Promise<Probed | { kind: 'crashed' }>((answer) => {
    const child = spawn(process.execPath, probeArguments(folder), { stdio: ['ignore', 'pipe', 'ignore'] });
    let said = '';
    child.stdout.setEncoding('latin1').on('data', (chunk: string) => {
      said += chunk;
    });
    // Answers first, or its end would count as a crash, and another would be started.
    const giveUp = () => {
      answer({ kind: 'silent' });
      child.kill('SIGKILL');
    };
    const timer = setTimeout(giveUp, limitMs);
    // Its prompt must not outlive the app.
    process.once('exit', giveUp);
    child.once('error', () => answer({ kind: 'none' }));
    child.once('close', (code, signal) => {
      clearTimeout(timer);
      process.off('exit', giveUp);
      if (code === exitCodes.available) answer({ kind: 'available', sample: Buffer.from(said, 'base64') });
      else if (code === exitCodes.none) answer({ kind: 'none' });
      // After the time limit, the answer was given already.
      else if (signal !== 'SIGKILL') report('keyring probe', new ProcessGone(signal ?? `EXIT_${code}`));
      answer({ kind: 'crashed' });
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

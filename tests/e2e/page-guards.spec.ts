import { readdirSync, readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { test } from '../support/taken-over.ts';
import { until } from '../support/until.ts';

test('checklist node-integration: a page has nothing of Node', async ({ taken }) => {
  const { page } = taken;
  const found = await page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', 'global', 'setImmediate', '__dirname'].filter(
      (name) => name in globalThis,
    ),
  );
  expect(found).toEqual([]);
  for (const each of await taken.preferences()) {
    expect(each).toMatchObject({ nodeIntegration: false, nodeIntegrationInSubFrames: false });
    expect(each.nodeIntegrationInWorker ?? false).toBe(false);
  }
});

test('checklist context-isolation: what a page changes in its own world reaches the preload’s in nothing', async ({
  taken,
}) => {
  const { page } = taken;
  for (const each of await taken.preferences()) expect(each.contextIsolation).toBe(true);
  const caught = await page.evaluate(async () => {
    const seen: unknown[] = [];
    const { then } = Promise.prototype;
    const { call } = Function.prototype;
    Function.prototype.call = function (this: unknown, ...words: unknown[]) {
      seen.push(words);
      return Reflect.apply(call, this as () => unknown, words);
    };
    const { oxygauge } = globalThis as unknown as {
      oxygauge: { command(...words: unknown[]): Promise<unknown> };
    };
    await oxygauge.command('focusTaken', { nonce: -1 });
    Function.prototype.call = call;
    const replaced =
      Reflect.set(globalThis, 'oxygauge', {}) || Reflect.deleteProperty(globalThis, 'oxygauge');
    return { seen: seen.length, replaced, native: then === Promise.prototype.then };
  });
  expect(caught).toEqual({ seen: 0, replaced: false, native: true });
});

test('checklist sandbox: every page runs in Chromium’s sandbox, and the kernel filters its calls', async ({
  taken,
}) => {
  const all = await taken.preferences();
  expect(all).toHaveLength(2);
  for (const each of all) expect(each.sandbox).toBe(true);
  // Preferences tell what was asked for. What the kernel does, it does for an ordinary user only.
  if (process.getuid?.() !== 0) await until('system calls of both pages filtered', rendererCallsAreFiltered);
});

/** Seccomp mode 2, in the kernel's own words, for every renderer of this user. */

function rendererCallsAreFiltered(): boolean {
  const modes = readdirSync('/proc')
    .filter((pid) => /^\d+$/.test(pid) && readProcess(pid, 'cmdline').includes('--type=renderer'))
    .map((pid) => /^Seccomp:\s+(\d)/m.exec(readProcess(pid, 'status'))?.[1]);
  // Pages of one origin may share a process.
  return modes.length >= 1 && modes.every((mode) => mode === '2');
}

function readProcess(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    // It ended in the meantime.
    return '';
  }
}

for (const [id, name, safe] of [
  ['web-security', 'webSecurity', true],
  ['insecure-content', 'allowRunningInsecureContent', false],
  ['experimental-features', 'experimentalFeatures', false],
  ['blink-features', 'enableBlinkFeatures', ''],
] as const) {
  test(`checklist ${id}: no page asks for another ${name} than the safe one`, async ({ taken }) => {
    const all = await taken.preferences();
    expect(all).toHaveLength(2);
    for (const each of all) expect(each[name] ?? safe).toBe(safe);
  });
}

test('checklist electron-apis: a page is handed two functions, and nothing that came from Electron', async ({
  taken,
}) => {
  const { page } = taken;
  const handed = await page.evaluate(() => {
    const { oxygauge } = globalThis as unknown as {
      oxygauge: { command: unknown; onChange(listener: (...words: unknown[]) => void): () => void };
    };
    return new Promise<{ names: string[]; words: number; keys: string[] }>((done) => {
      const stop = oxygauge.onChange((...words) => {
        stop();
        done({
          names: Object.keys(oxygauge).sort(),
          words: words.length,
          keys: Object.keys(words[0] as object).sort(),
        });
      });
      void (oxygauge.command as (...words: unknown[]) => unknown)('refresh', null);
    });
  });
  // The event itself would bring `sender`, and with it every channel.
  expect(handed).toEqual({ names: ['command', 'onChange'], words: 1, keys: ['revision', 'slices'] });
});

test('checklist permissions: whatever a page asks for is denied', async ({ taken }) => {
  const { page } = taken;
  const answers = await page.evaluate(async () => {
    const outcome = (work: () => Promise<unknown>) =>
      work().then(
        () => 'granted',
        () => 'denied',
      );
    const hardware = navigator as unknown as Record<string, Record<string, () => Promise<unknown>>>;
    return {
      geolocation: await outcome(
        () => new Promise((done, fail) => navigator.geolocation.getCurrentPosition(done, fail)),
      ),
      camera: await outcome(() => navigator.mediaDevices.getUserMedia({ video: true })),
      screen: await outcome(() => navigator.mediaDevices.getDisplayMedia()),
      clipboard: await outcome(() => navigator.clipboard.readText()),
      midi: await outcome(() => navigator.requestMIDIAccess({ sysex: true })),
      notifications: await Notification.requestPermission(),
      serial: await outcome(async () => await hardware.serial?.requestPort?.()),
      usb: await outcome(async () => await hardware.usb?.requestDevice?.()),
    };
  });
  expect(new Set(Object.values(answers))).toEqual(new Set(['denied']));
});

test('checklist permission-checks: whatever a page looks up is denied', async ({ taken }) => {
  const { page } = taken;
  const states = await page.evaluate(async () => {
    const names = [
      'geolocation',
      'camera',
      'microphone',
      'notifications',
      'midi',
      'clipboard-read',
      'persistent-storage',
    ];
    const query = async (name: string) =>
      (await navigator.permissions.query({ name: name as PermissionName })).state;
    return [...(await Promise.all(names.map(query))), Notification.permission];
  });
  expect(new Set(states)).toEqual(new Set(['denied']));
});

test('checklist crash-reports: the crash reporter never runs', async ({ taken }) => {
  const processes = readdirSync('/proc').filter((pid) => /^\d+$/.test(pid));
  expect(processes.filter((pid) => readProcess(pid, 'cmdline').includes('crashpad'))).toEqual([]);
  const uploads = await taken.app.electron.evaluate(({ crashReporter }) => {
    return crashReporter.getUploadToServer();
  });
  expect(uploads).toBe(false);
});

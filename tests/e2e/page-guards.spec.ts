import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { familyOf, processesWith } from '../driver/processes.ts';
import { pageProcesses } from '../driver/windows.ts';
import { test } from '../support/e2e/compromised-page.ts';

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

test('checklist context-isolation: a page’s changes to its own world do not reach the preload’s', async ({
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
    await oxygauge.command('navigationTaken', { nonce: -1 });
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
  // Preferences show what was requested. The kernel's filters exist for an ordinary user only.
  const asked = process.getuid?.() === 0 ? [] : await pageProcesses(taken.app);
  // Seccomp mode 2, as the kernel reports it.
  for (const pid of asked) expect(readFileSync(`/proc/${pid}/status`, 'utf8')).toMatch(/^Seccomp:\s+2$/m);
});

for (const [id, name, safe] of [
  ['web-security', 'webSecurity', true],
  ['insecure-content', 'allowRunningInsecureContent', false],
  ['experimental-features', 'experimentalFeatures', false],
  ['blink-features', 'enableBlinkFeatures', ''],
] as const) {
  test(`checklist ${id}: every page has the safe value of ${name}`, async ({ taken }) => {
    const all = await taken.preferences();
    expect(all).toHaveLength(2);
    for (const each of all) expect(each[name] ?? safe).toBe(safe);
  });
}

test('checklist electron-apis: a page receives two functions, and no object of Electron’s', async ({
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
      // Changes a setting to its current value. A change of the sub-users would also send rows.
      void (oxygauge.command as (...words: unknown[]) => unknown)('changeSettings', {
        fullNamesInLog: false,
      });
    });
  });
  // The event itself would carry `sender`, and with it every channel.
  expect(handed).toEqual({ names: ['command', 'onChange'], words: 1, keys: ['revision', 'slices'] });
});

test('checklist permissions: every permission that a page requests is denied', async ({ taken }) => {
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

test('checklist permission-checks: every permission that a page queries is denied', async ({ taken }) => {
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
  const { electron, profile } = taken.app;
  const family = familyOf(electron.process().pid ?? 0);
  // Another program on this computer may run one; ours would be outside its process tree.
  const ours = processesWith('crashpad').filter(
    ({ pid, command }) => family.includes(pid) || command.includes(profile),
  );
  expect(ours).toEqual([]);
  const uploads = await electron.evaluate(({ crashReporter }) => {
    return crashReporter.getUploadToServer();
  });
  expect(uploads).toBe(false);
});

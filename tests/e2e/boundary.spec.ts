import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { environmentOf, newProfile, root, switchesOf } from '../support/app.ts';
import { test } from '../support/fixtures.ts';
import { until } from '../support/until.ts';

/** A call past the types, as a page that was taken over would make it. */
function call(page: Page, name: unknown, input: unknown): Promise<unknown> {
  return page.evaluate(
    ([command, value]) => {
      const { oxygauge } = window as unknown as {
        oxygauge: { command(...words: unknown[]): Promise<unknown> };
      };
      return oxygauge.command(command, value);
    },
    [name, input] as const,
  );
}

const refused = (kind: string) => ({ ok: false, failure: expect.objectContaining({ kind }) });

test('hostile commands are refused with a typed error', async ({ server, start }) => {
  const page = await (await start()).window('manager');
  for (const name of [
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'eval',
    '',
    7,
    null,
    ['signIn'],
  ]) {
    expect(await call(page, name, null), String(name)).toEqual(refused('unknown-command'));
  }
  const inputs: [string, unknown][] = [
    ['signIn', null],
    ['signIn', { username: 'a' }],
    ['signIn', { username: 1, password: {} }],
    ['signIn', { username: 'a', password: 'b', admin: true }],
    ['signIn', { username: 'a', password: 'x'.repeat(10_000_000) }],
    ['refresh', { now: true }],
    ['refresh', 'x'.repeat(10_000_000)],
    ['watch', { slices: [] }],
    ['watch', { slices: ['secrets'] }],
    ['watch', { slices: ['__proto__'] }],
    ['changeSettings', {}],
    ['changeSettings', { refreshIntervalMinutes: 0 }],
    ['changeSettings', { refreshIntervalMinutes: '5' }],
    ['changeSettings', { refreshIntervalMinutes: Number.NaN }],
    ['changeSettings', { apiUrl: 'https://evil.example' }],
    ['openManager', { page: '../../etc/passwd' }],
  ];
  for (const [name, input] of inputs) {
    const answer = await call(page, name, input);
    expect(answer, `${name} ${JSON.stringify(input).slice(0, 60)}`).toEqual(refused('invalid-input'));
    // What was refused may be a password: the answer names the field, never the value.
    expect(JSON.stringify(answer).length).toBeLessThan(500);
  }
  expect(server.seen).toEqual([]);
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
});

test('a frame that is not ours is refused', async ({ start }) => {
  const app = await start();
  await app.window('manager');
  const answer = await app.electron.evaluate(
    async ({ BrowserWindow }, preload) => {
      const foreign = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
      await foreign.loadURL('about:blank');
      const said = await foreign.webContents.executeJavaScript(`oxygauge.command('signOut', null)`);
      foreign.destroy();
      return said as unknown;
    },
    join(root, 'dist/preload.cjs'),
  );
  expect(answer).toEqual({ ok: false, failure: { kind: 'forbidden-sender' } });
});

test('the page has no way out', async ({ start }) => {
  const app = await start();
  const page = await app.window('manager');
  const before = page.url();
  const tried = await page.evaluate(async () => {
    const outcome = async (work: () => Promise<unknown>) =>
      work()
        .then(() => 'done')
        .catch(() => 'refused');
    const element = document.createElement('div');
    return {
      opened: window.open('https://example.com') === null ? 'refused' : 'done',
      fetched: await outcome(() => fetch('https://example.com')),
      ownFile: await outcome(() => fetch('app://oxygauge/manager.html')),
      geolocation: await outcome(
        () => new Promise((done, fail) => navigator.geolocation.getCurrentPosition(done, fail)),
      ),
      camera: await outcome(() => navigator.mediaDevices.getUserMedia({ video: true })),
      clipboard: await outcome(() => navigator.clipboard.readText()),
      notifications: Notification.permission,
      html: await outcome(async () => {
        element.innerHTML = '<img src=x onerror=alert(1)>';
      }),
      evaluated: await outcome(async () => Function('return 1')()),
      node: typeof (globalThis as { require?: unknown; process?: unknown }).require,
      process: typeof (globalThis as { process?: unknown }).process,
      bridge: Object.keys((globalThis as unknown as { oxygauge: object }).oxygauge).sort(),
    };
  });
  expect(tried).toEqual({
    opened: 'refused',
    fetched: 'refused',
    ownFile: 'refused',
    geolocation: 'refused',
    camera: 'refused',
    clipboard: 'refused',
    notifications: 'denied',
    html: 'refused',
    evaluated: 'refused',
    node: 'undefined',
    process: 'undefined',
    bridge: ['command', 'onChange'],
  });
  for (const target of [
    'https://example.com',
    'file:///etc/passwd',
    'javascript:document.title="taken"',
    'app://oxygauge/..%2fmain.js',
  ]) {
    await page.evaluate((url) => {
      window.location.href = url;
    }, target);
  }
  // Asked of the system: Playwright itself would wait for a navigation that was refused.
  const pages = await app.electron.evaluate(({ BrowserWindow }) =>
    Promise.all(
      BrowserWindow.getAllWindows().map(async ({ webContents }) => ({
        url: webContents.getURL(),
        shows: await webContents.executeJavaScript(
          '[document.title, document.querySelector("h1").textContent].join()',
        ),
      })),
    ),
  );
  expect(pages).toEqual([{ url: before, shows: 'Oxygauge,Sign in to Oxylabs' }]);
});

test('every page runs in the sandbox, apart from Node and from the preload’s world', async ({
  tray,
  start,
}) => {
  const app = await start({ demo: true });
  await app.window('manager');
  await tray.click();
  await app.window('popover');
  const preferences = await app.electron.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((each) => {
      const asked = each as unknown as { getLastWebPreferences(): Record<string, unknown> };
      const { sandbox, contextIsolation, nodeIntegration, webviewTag } = asked.getLastWebPreferences();
      return { sandbox, contextIsolation, nodeIntegration, webviewTag };
    }),
  );
  expect(preferences).toHaveLength(2);
  for (const each of preferences) {
    expect(each).toEqual({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
    });
  }
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

for (const url of [
  'http://example.com/v2',
  'ftp://localhost/v2',
  'nonsense',
  'https://user:secret@example.com/v2',
]) {
  test(`OXYGAUGE_API_URL=${url.replace('secret', '…')} is refused at start`, async () => {
    const child = spawn(process.env.OXYGAUGE_ELECTRON ?? '', [root, ...switchesOf({}, newProfile())], {
      env: environmentOf({ apiUrl: url }),
    });
    let said = '';
    child.stderr.on('data', (chunk) => {
      said += String(chunk);
    });
    const code = await new Promise((done) => child.once('close', done));
    expect(code).toBe(1);
    expect(said).toContain('Oxygauge did not start. OXYGAUGE_API_URL');
    expect(said).not.toContain('secret');
  });
}

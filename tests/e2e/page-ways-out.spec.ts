import { expect, type Page } from '@playwright/test';
import { manager, test } from '../support/e2e/compromised-page.ts';
import { Eavesdropper } from '../support/server/eavesdropper.ts';

const ways = ['href', 'replace', 'link', 'form', 'refresh'] as const;

/** Tries every way of a page to navigate to an address, one after the other. */
async function go(page: Page, target: string): Promise<void> {
  for (const each of ways) {
    await page.evaluate(
      ([way, address]) => {
        const put = (name: string, attributes: Record<string, string>) => {
          const element = document.createElement(name);
          for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
          document.body.append(element);
          return element;
        };
        const attempts = {
          href: () => {
            window.location.href = address;
          },
          replace: () => window.location.replace(address),
          link: () => put('a', { href: address }).click(),
          form: () => (put('form', { action: address }) as HTMLFormElement).submit(),
          refresh: () => put('meta', { 'http-equiv': 'refresh', content: `0; url=${address}` }),
        };
        try {
          attempts[way]();
        } catch {
          // Refused, as expected.
        }
        for (const element of document.querySelectorAll('body > :is(a, form, meta)')) element.remove();
      },
      [each, target] as const,
    );
  }
}

test('checklist navigation: a page stays where it is', async ({ taken }) => {
  for (const target of ['https://example.com/', 'http://127.0.0.1:9/', 'app://oxygauge/popover.html'])
    await go(taken.page, target);
  expect(await taken.shows()).toEqual(manager);
});

test('checklist no-file-protocol: pages come from our own scheme, and file addresses do not load', async ({
  taken,
}) => {
  const { page } = taken;
  for (const target of [
    'file:///etc/passwd',
    'app://oxygauge/..%2fmain.js',
    'app://oxygauge/..%2f..%2fpackage.json',
  ])
    await go(page, target);
  expect(await taken.shows()).toEqual(manager);
  const statuses = await taken.app.electron.evaluate(({ session }) =>
    Promise.all(
      ['app://oxygauge/..%2fmain.js', 'app://oxygauge/', 'app://oxygauge/assets/%00.js'].map(
        async (address) => (await session.defaultSession.fetch(address)).status,
      ),
    ),
  );
  expect(statuses).toEqual([404, 404, 404]);
});

test('checklist script-urls: javascript:, data: and blob: addresses run nothing', async ({ taken }) => {
  const { page } = taken;
  for (const target of [
    'javascript:document.title="taken"',
    'data:text/html,<h1>taken</h1>',
    'view-source:app://oxygauge/manager.html',
    'devtools://devtools/bundled/inspector.html',
    'chrome://gpu/',
  ])
    await go(page, target);
  await page.evaluate(() => {
    window.location.href = URL.createObjectURL(new Blob(['<h1>taken</h1>'], { type: 'text/html' }));
  });
  expect(await taken.shows()).toEqual(manager);
  expect(await page.title()).not.toBe('taken');
});

test('checklist new-windows: no page opens one', async ({ taken }) => {
  const { page } = taken;
  const before = await taken.pageCount();
  const opened = await page.evaluate(() => {
    const link = document.createElement('a');
    link.target = '_blank';
    link.href = 'https://example.com/';
    link.click();
    return [
      'https://example.com/',
      'about:blank',
      'app://oxygauge/manager.html',
      'file:///etc/passwd',
      '',
    ].map((address) => window.open(address) === null);
  });
  expect(opened).toEqual([true, true, true, true, true]);
  expect(await taken.pageCount()).toBe(before);
});

test('checklist secure-content: a page’s request is for the app’s own file or is cancelled', async ({
  taken,
}) => {
  const { page } = taken;
  const ear = await Eavesdropper.start();
  const loaded = await page.evaluate(async (address) => {
    const load = (tag: 'img' | 'script' | 'link' | 'iframe' | 'video') =>
      new Promise<string>((done) => {
        const element = document.createElement(tag);
        element.addEventListener('load', () => done(`${tag} loaded`));
        element.addEventListener('error', () => done('refused'));
        try {
          if (element instanceof HTMLLinkElement)
            Object.assign(element, { rel: 'stylesheet', href: address });
          else Object.assign(element, { src: address });
          document.body.append(element);
        } catch {
          done('refused');
        }
        setTimeout(() => done('refused'), 300);
      });
    const asked = async (work: () => Promise<unknown>) =>
      work().then(
        () => 'answered',
        () => 'refused',
      );
    return [
      await asked(() => fetch(address)),
      await asked(() => fetch('app://oxygauge/manager.html')),
      await asked(async () => {
        if (!navigator.sendBeacon(address, 'secret')) throw new Error('refused');
        throw new Error('It says so always.');
      }),
      await asked(
        () =>
          new Promise((done, fail) => {
            const socket = new WebSocket(address.replace('http', 'ws'));
            socket.addEventListener('open', done);
            socket.addEventListener('error', fail);
          }),
      ),
      await load('img'),
      await load('script'),
      await load('link'),
      await load('video'),
    ];
  }, ear.address);
  expect(new Set(loaded)).toEqual(new Set(['refused']));
  // The page's policy is not the only guard: a request that passes it is cancelled in the page's session.
  const past = await taken.app.electron.evaluate(
    ({ session }, address) =>
      session.defaultSession.fetch(address).then(
        () => 'answered',
        () => 'cancelled',
      ),
    ear.address,
  );
  expect(past).toBe('cancelled');
  expect(ear.heard).toEqual([]);
  await ear.stop();
});

test('checklist web-rtc: a page reaches no host by WebRTC, which a page’s policy does not cover', async ({
  taken,
}) => {
  const { page } = taken;
  const ear = await Eavesdropper.start();
  await page.evaluate(
    async ({ host, port, udpPort }) => {
      const connection = new RTCPeerConnection({
        iceServers: [
          { urls: `stun:${host}:${udpPort}` },
          { urls: `turn:${host}:${port}?transport=tcp`, username: 'stolen', credential: 'x' },
          { urls: `turn:${host}:${udpPort}?transport=udp`, username: 'stolen', credential: 'x' },
        ],
      });
      connection.createDataChannel('out');
      const gathered = new Promise<void>((done) => {
        connection.addEventListener('icegatheringstatechange', () => {
          if (connection.iceGatheringState === 'complete') done();
        });
        setTimeout(done, 3_000);
      });
      await connection.setLocalDescription(await connection.createOffer());
      await gathered;
      connection.close();
    },
    { host: ear.host, port: ear.port, udpPort: ear.udpPort },
  );
  expect(ear.heard).toEqual([]);
  await ear.stop();
});

test('checklist drag-and-drop: dropping an address or a file on a page does not navigate', async ({
  taken,
}) => {
  const { app, page } = taken;
  const before = await taken.pageCount();
  // A started navigation is enough, since the filter of requests cancels it later.
  await app.electron.evaluate(({ BrowserWindow }) => {
    const begun: string[] = [];
    Object.assign(globalThis, { begun });
    for (const { webContents } of BrowserWindow.getAllWindows())
      webContents.on('did-start-navigation', ({ url }) => begun.push(url));
  });
  await page.evaluate(() => {
    const became: string[] = [];
    Object.assign(globalThis, { became });
    for (const type of ['drop', 'dragleave']) addEventListener(type, () => became.push(type), true);
  });
  const debug = await page.context().newCDPSession(page);
  for (const data of [
    { items: [{ mimeType: 'text/uri-list', data: 'https://example.com/' }], dragOperationsMask: 1 },
    { items: [{ mimeType: 'text/uri-list', data: 'file:///etc/passwd' }], dragOperationsMask: 1 },
    { items: [], files: ['/etc/hostname'], dragOperationsMask: 1 },
  ]) {
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await debug.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data });
    await page.evaluate(() => new Promise((next) => requestAnimationFrame(next)));
  }
  await debug.detach();
  // If a drop navigates, the page does not receive what was dropped.
  const became = await page.evaluate(() => (globalThis as unknown as { became: string[] }).became);
  expect(became).toEqual(['dragleave', 'dragleave', 'dragleave']);
  expect(await taken.shows()).toEqual(manager);
  expect(await taken.pageCount()).toBe(before);
  expect(await app.electron.evaluate(() => (globalThis as unknown as { begun: string[] }).begun)).toEqual([]);
});

test('checklist open-external: a page names one of our links, and no other address is opened', async ({
  taken,
}) => {
  const { page } = taken;
  await taken.app.electron.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openExternal = async (address) => void opened.push(address);
    shell.openPath = async (path) => {
      opened.push(path);
      return '';
    };
  });
  const ask = (input: unknown) =>
    page.evaluate((value) => {
      const { oxygauge } = globalThis as unknown as {
        oxygauge: { command(...words: unknown[]): Promise<unknown> };
      };
      return oxygauge.command('openLink', value);
    }, input);
  expect(await ask({ to: 'dashboard' })).toEqual({ ok: true, value: null });
  for (const to of [
    'https://example.com/',
    'file:///etc/passwd',
    'javascript:1',
    '__proto__',
    'toString',
    null,
  ])
    expect(await ask({ to })).toMatchObject({ ok: false, failure: { kind: 'invalid-input' } });
  expect(await ask({ to: 'dashboard', address: 'https://example.com/' })).toMatchObject({ ok: false });
  const opened = await taken.app.electron.evaluate(
    () => (globalThis as unknown as { opened: string[] }).opened,
  );
  expect(opened).toEqual(['https://dashboard.oxylabs.io/']);
});

test('checklist blank-page: a page that replaces itself with a blank one keeps its policy, and gains nothing', async ({
  taken,
}) => {
  const { popover } = taken;
  const ear = await Eavesdropper.start();
  // Chromium raises no event for this navigation.
  await popover.evaluate(() => {
    window.location.href = 'about:blank';
  });
  await popover.waitForURL('about:blank');
  const refused = await popover.evaluate(async (address) => {
    await new Promise((next) => setTimeout(next, 0));
    const attempts = {
      fetch: () => fetch(address),
      code: async () => Function('return 1')(),
      markup: async () => document.write('<b>x</b>'),
      away: async () => window.location.replace(address),
    };
    const outcomes = await Promise.allSettled(Object.values(attempts).map((attempt) => attempt()));
    return outcomes.map(({ status }) => status);
  }, ear.address);
  expect(refused).toEqual(['rejected', 'rejected', 'rejected', 'fulfilled']);
  expect(popover.url()).toBe('about:blank');
  expect(ear.heard).toEqual([]);
  await ear.stop();
});

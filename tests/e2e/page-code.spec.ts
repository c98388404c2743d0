import { expect } from '@playwright/test';
import { test } from '../support/e2e/compromised-page.ts';

test('checklist content-security-policy: only the app’s own files are loaded', async ({ taken }) => {
  const headers = await taken.app.electron.evaluate(async ({ session }) => {
    const pages = ['manager.html', 'popover.html'];
    return Promise.all(
      pages.map(async (name) => {
        const answer = await session.defaultSession.fetch(`app://oxygauge/${name}`);
        return Object.fromEntries(answer.headers.entries());
      }),
    );
  });
  for (const each of headers) {
    expect(each['x-content-type-options']).toBe('nosniff');
    const policy = each['content-security-policy'] ?? '';
    expect(policy).not.toMatch(/unsafe|\*|https?:|data:|blob:/);
    const rules = new Map(policy.split('; ').map((rule) => [rule.split(' ')[0], rule]));
    expect(rules.get('default-src')).toBe("default-src 'none'");
    expect(rules.get('script-src')).toBe("script-src 'self'");
    expect(rules.get('style-src')).toBe("style-src 'self'");
    for (const name of ['connect-src', 'base-uri', 'form-action', 'frame-ancestors'])
      expect(rules.get(name)).toBe(`${name} 'none'`);
  }
});

test('checklist inline-code: neither a text nor an address becomes code or style', async ({ taken }) => {
  const { page } = taken;
  const came = await page.evaluate(async () => {
    // Up to here the debugger's code runs, which no policy covers.
    await new Promise((next) => requestAnimationFrame(next));
    const did: string[] = [];
    const attempt = (name: string, work: () => unknown) => {
      try {
        if (work() !== false) did.push(name);
      } catch {
        // Refused, as expected.
      }
    };
    attempt('eval', () => Reflect.get(globalThis, 'eval')('1'));
    attempt('Function', () => Function('return 1')());
    attempt('timer', () => setTimeout('globalThis.taken = 1' as unknown as () => void, 0));
    attempt('handler', () => {
      const button = document.createElement('button');
      button.setAttribute('onclick', 'globalThis.taken = 1');
      button.click();
      return 'taken' in globalThis;
    });
    attempt('style attribute', () => {
      const box = document.createElement('div');
      document.body.append(box);
      box.setAttribute('style', 'position: fixed');
      const { position } = getComputedStyle(box);
      box.remove();
      return position === 'fixed';
    });
    attempt('style element', () => {
      const style = document.createElement('style');
      style.textContent = 'body { position: fixed }';
      document.head.append(style);
      const { position } = getComputedStyle(document.body);
      style.remove();
      return position === 'fixed';
    });
    attempt('worker', () => new Worker(URL.createObjectURL(new Blob(['1']))) && false);
    await new Promise((next) => requestAnimationFrame(next));
    return { did, taken: 'taken' in globalThis };
  });
  expect(came).toEqual({ did: [], taken: false });
});

test('checklist trusted-types: no text becomes markup or a script’s address, and no page creates a policy', async ({
  taken,
}) => {
  const { page } = taken;
  const refused = await page.evaluate(() => {
    const { trustedTypes } = window as unknown as {
      trustedTypes: { createPolicy(name: string, rules: object): unknown };
    };
    const attempts: Record<string, () => unknown> = {
      innerHTML: () => {
        document.createElement('div').innerHTML = '<img src=x onerror=alert(1)>';
      },
      outerHTML: () => document.createElement('p').insertAdjacentHTML('beforeend', '<b>x</b>'),
      write: () => document.write('<b>x</b>'),
      parser: () => new DOMParser().parseFromString('<b>x</b>', 'text/html'),
      script: () => {
        document.createElement('script').text = 'alert(1)';
      },
      address: () => {
        document.createElement('script').src = 'https://example.com/x.js';
      },
      policy: () => trustedTypes.createPolicy('mine', {}),
      again: () => trustedTypes.createPolicy('default', {}),
    };
    return Object.entries(attempts).flatMap(([name, work]) => {
      try {
        work();
        return [];
      } catch {
        return [name];
      }
    });
  });
  expect(refused).toEqual([
    'innerHTML',
    'outerHTML',
    'write',
    'parser',
    'script',
    'address',
    'policy',
    'again',
  ]);
});

test('checklist webview-popups, no-webview: the tag has no effect in our pages', async ({ taken }) => {
  const { page } = taken;
  const before = await taken.pageCount();
  const kind = await page.evaluate(async () => {
    const view = document.createElement('webview');
    view.setAttribute('allowpopups', '');
    document.body.append(view);
    await new Promise((next) => requestAnimationFrame(next));
    view.remove();
    return {
      means: view.constructor === HTMLElement ? 'nothing' : view.constructor.name,
      loads: 'loadURL' in view,
    };
  });
  expect(kind).toEqual({ means: 'nothing', loads: false });
  expect(await taken.pageCount()).toBe(before);
  for (const each of await taken.preferences()) expect(each.webviewTag).toBe(false);
});

test('checklist webview-options: even a page that may use the tag gets no web view attached', async ({
  taken,
}) => {
  const kinds = await taken.app.electron.evaluate(async ({ BrowserWindow, webContents }) => {
    const allowed = new BrowserWindow({ show: false, webPreferences: { webviewTag: true } });
    await allowed.loadURL('about:blank');
    await allowed.webContents.executeJavaScript(`
      document.body.append(Object.assign(document.createElement('webview'), { src: 'about:blank' }));
      new Promise((next) => setTimeout(next, 300))`);
    const all = webContents.getAllWebContents().map((each) => each.getType());
    allowed.destroy();
    return all;
  });
  expect(kinds).toContain('window');
  expect(kinds).not.toContain('webview');
});

import { existsSync, mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { SessionView } from '../../../electron/contract/account.ts';
import { firstView, type ManagerView } from '../../../electron/contract/manager-view.ts';
import { keptView } from '../../../electron/desktop/windows/kept-view.ts';
import { openWindowFile } from '../../../electron/storage/window-file.ts';

let profile = '';
beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'oxygauge-window-'));
});

const bounds = { x: 10, y: 20, width: 900, height: 600 };
const view: ManagerView = {
  page: 'sub-users',
  subUsers: { search: 'seo', selectedIds: [7], scrollPx: 320, openId: 1, focusedId: null },
  connection: { ...firstView.connection, tab: 'strings', username: 'crawler_7' },
};

const file = () => join(profile, 'window.json');
const signedIn: SessionView = {
  kind: 'signed-in',
  username: 'demo_main',
  accountId: '3f1c',
  remembered: 'keyring',
};

test('the place and the view survive a restart, in a file that only its owner reads', () => {
  const never = { bounds: null, maximized: false, view: null, views: {}, popoverHeight: null };
  expect(openWindowFile(profile).read()).toEqual(never);
  openWindowFile(profile).keep({ bounds, maximized: true });
  openWindowFile(profile).keep({ view });
  expect(openWindowFile(profile).read()).toEqual({ ...never, bounds, maximized: true, view });
  openWindowFile(profile).keep({ popoverHeight: 501 });
  expect(openWindowFile(profile).read()).toEqual({
    bounds,
    maximized: true,
    view,
    views: {},
    popoverHeight: 501,
  });
  // A file of an earlier version has no height.
  writeFileSync(file(), JSON.stringify({ bounds, maximized: true, view }), { mode: 0o600 });
  expect(openWindowFile(profile).read()).toEqual({ ...never, bounds, maximized: true, view });
  expect(statSync(file()).mode & 0o777).toBe(0o600);
});

test('a damaged or foreign file counts as none', () => {
  for (const text of ['', 'null', '[]', '{"bounds":{"x":"1"}}']) {
    writeFileSync(file(), text);
    expect(openWindowFile(profile).read().bounds).toBeNull();
  }
});

test('a part that is damaged does not discard the others', () => {
  const whole = { bounds, maximized: true, view, views: {}, popoverHeight: 501 };
  const read = (change: object) => {
    writeFileSync(file(), JSON.stringify({ ...whole, ...change }));
    return openWindowFile(profile).read();
  };
  for (const popoverHeight of [-501, 0, 1e9, 501.5, 'tall'])
    expect(read({ popoverHeight })).toEqual({ ...whole, popoverHeight: null });
  expect(read({ view: { page: 'x' } })).toEqual({ ...whole, view: null });
  expect(read({ maximized: 'yes' })).toEqual({ ...whole, maximized: false });
  for (const wrong of [{ ...bounds, width: -900 }, { ...bounds, height: 0 }, { x: 1 }])
    expect(read({ bounds: wrong })).toEqual({ ...whole, bounds: null });
  expect(read({ bounds: { ...bounds, x: -1_280 } }).bounds?.x).toBe(-1_280);
});

test('the view is kept while a user is signed in, and erased at the end of the session', () => {
  const sessions = createStore<{ session: SessionView }>(() => ({ session: { kind: 'restoring' } }));
  const kept = keptView(openWindowFile(profile), '1', sessions);
  kept.keep(view);
  expect(kept.read()).toEqual(firstView);
  sessions.setState({ session: signedIn });
  kept.keep(view);
  expect(kept.read()).toEqual(view);
  sessions.setState({ session: { kind: 'signed-out', reason: 'signed-out', username: null } });
  expect(kept.read()).toEqual(firstView);
  expect(existsSync(file())).toBe(false);
});

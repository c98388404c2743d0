import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createAppStore, updateAccount } from '../../../electron/monitor/state.ts';
import { keepStatus } from '../../../electron/monitor/status/keep-status.ts';
import {
  openStatusFiles,
  readStatusFile,
  runtimeFolder,
  type StatusFiles,
  statusFolders,
} from '../../../electron/storage/status-files.ts';
import { environment } from '../../../renderer/gallery/snapshot.ts';
import { readAccount, statusNow, statusSettings, statusSource } from '../../support/unit/status.ts';
import { signInto } from '../../support/unit/store.ts';

const uid = process.getuid?.();
const { entry } = statusSource();
let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'oxygauge-status-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const places = (profile = 'usual') => ({
  profile: join(root, profile),
  usualProfile: join(root, 'usual'),
  runtime: join(root, 'run'),
});

test('each profile has its folder, and one without a runtime folder keeps the files itself', () => {
  const [usual] = statusFolders(places());
  const [other] = statusFolders(places('other'));
  expect(usual).toBe(join(root, 'run/oxygauge'));
  expect(other).toMatch(/run\/oxygauge\/[0-9a-f]{16}$/);
  expect(statusFolders({ ...places(), runtime: null })).toEqual([join(root, 'usual')]);
});

test('a runtime folder counts if it is absolute and the user’s alone', () => {
  const of = (runtimeDir: string) => runtimeFolder({ platform: 'linux', runtimeDir, uid });
  expect(of(root)).toBe(root);
  mkdirSync(join(root, 'open'), { mode: 0o755 });
  symlinkSync(root, join(root, 'link'));
  for (const name of ['open', 'link', 'none']) expect(of(join(root, name))).toBeNull();
  expect(runtimeFolder({ platform: 'linux', runtimeDir: root, uid: (uid ?? 0) + 1 })).toBeNull();
  expect(runtimeFolder({ platform: 'darwin', runtimeDir: root, uid })).toBeNull();
});

test('a file is the user’s alone, replaced as a whole, and gone when it is removed', () => {
  const files = openStatusFiles(places());
  files.write('status', '{}');
  files.write('status', '{"a":1}');
  const folder = join(root, 'run/oxygauge');
  expect(readdirSync(folder)).toEqual(['status.json']);
  expect(statSync(join(folder, 'status.json')).mode & 0o777).toBe(0o600);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(readStatusFile(places(), uid)).toEqual({ text: '{"a":1}' });
  files.remove('status');
  expect(readStatusFile(places(), uid)).toEqual({ problem: 'missing' });
});

test('checklist command-line: a link, another user’s file, a folder and a huge file are not read', () => {
  const file = join(root, 'run/oxygauge/status.json');
  mkdirSync(join(root, 'run/oxygauge'), { recursive: true });
  const target = join(root, 'target.json');
  writeFileSync(target, '{}');
  symlinkSync(target, file);
  expect(readStatusFile(places(), uid)).toEqual({ problem: 'link' });
  rmSync(file);
  writeFileSync(file, '{}');
  expect(readStatusFile(places(), (uid ?? 0) + 1)).toEqual({ problem: 'foreign' });
  writeFileSync(file, 'x'.repeat(4_000_001));
  expect(readStatusFile(places(), uid)).toEqual({ problem: 'unreadable' });
  rmSync(file);
  mkdirSync(file);
  expect(readStatusFile(places(), uid)).toEqual({ problem: 'unreadable' });
});

/** Runs the keeper over files that record. */
function keeper(fails = false) {
  const held = new Map<string, string>();
  let writes = 0;
  let removes = 0;
  const reports: string[] = [];
  const files: StatusFiles = {
    write(name, text) {
      writes += 1;
      if (fails) throw new Error('ENOSPC');
      held.set(name, text);
    },
    remove(name) {
      removes += 1;
      held.delete(name);
    },
  };
  const store = createAppStore({ settings: { ...statusSettings, statusFile: false }, environment });
  const end = keepStatus({
    accounts: () => [{ entry, state: store.getState() }],
    onState: (listener) => store.subscribe(listener),
    settings: () => store.getState().settings,
    files,
    now: () => statusNow,
    report: (what) => reports.push(what),
  });
  return { store, held, end, reports, writes: () => writes, removes: () => removes };
}

test('the files follow the switches, and are removed at the end', () => {
  const { store, held, end } = keeper();
  expect([...held.keys()]).toEqual([]);
  signInto(store, 'a1');
  expect([...held.keys()]).toEqual(['prometheus']);
  store.setState({ settings: statusSettings });
  updateAccount(store, 'a1', readAccount);
  expect([...held.keys()].sort()).toEqual(['prometheus', 'status']);
  expect(held.get('status')).toContain('"used_gb": 211.7');
  store.setState({ settings: { ...statusSettings, prometheusFile: false } });
  expect([...held.keys()]).toEqual(['status']);
  end();
  expect([...held.keys()]).toEqual([]);
  store.setState({ online: false });
  expect([...held.keys()]).toEqual([]);
});

test('a change of something else writes nothing, and a failed write is reported and tried again', () => {
  const { store, writes } = keeper();
  signInto(store, 'a1');
  const before = writes();
  updateAccount(store, 'a1', { refreshing: true });
  expect(writes()).toBe(before);
  const failing = keeper(true);
  signInto(failing.store, 'a1');
  updateAccount(failing.store, 'a1', { refreshing: true });
  expect(failing.reports).toEqual(['status file', 'status file']);
});

test('while no file is wanted, the folder is looked at once, for what an earlier run left', () => {
  const { store, writes, removes } = keeper();
  store.setState({ settings: { ...statusSettings, statusFile: false, prometheusFile: false } });
  signInto(store, 'a1');
  updateAccount(store, 'a1', readAccount);
  store.setState({ online: false });
  expect([writes(), removes()]).toEqual([0, 2]);
});

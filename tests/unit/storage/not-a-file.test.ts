import { execFileSync, spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { createLocalCipher } from '../../../electron/account/local-cipher.ts';
import { defaultSettings } from '../../../electron/contract/settings.ts';
import { AlertLog } from '../../../electron/monitor/alerts/alert-log.ts';
import { openHistoryFiles } from '../../../electron/monitor/alerts/history-files.ts';
import { openLastFigure } from '../../../electron/storage/last-figure.ts';
import { openLinesFolder } from '../../../electron/storage/lines-folder.ts';
import { WriteQueue } from '../../../electron/storage/write-queue.ts';
import { unreadableFileText } from '../../../electron/text/storage.ts';
import { proves } from '../../matrix/fault.ts';
import { storage as matrix } from '../../matrix/storage.ts';
import { bundle } from '../../support/unit/bundle.ts';
import { openFiles, profileFolder, removeFolders } from '../../support/unit/storage.ts';

/** A start that hangs is ended by this time. */
const hangsAfterMs = 30_000;

// Two starts of Node, or files of 600 MB, on a busy machine.
vi.setConfig({ testTimeout: 2 * hangsAfterMs });

/** The start of `storage-start.ts`, bundled. */
let bundled: string;
beforeAll(async () => {
  bundled = mkdtempSync(join(tmpdir(), 'oxygauge-start-'));
  await bundle(['storage-start'], bundled);
});
afterAll(() => rmSync(bundled, { recursive: true, force: true }));

let profile: string;
beforeEach(() => {
  profile = profileFolder();
  for (const folder of ['history', 'alerts', 'alerts-told', 'log', 'targets'])
    mkdirSync(join(profile, folder), { recursive: true });
});
afterEach(removeFolders);
const place = (name: string) => join(profile, name);

/** Unlike the time of day, this is the same on a busy machine. */
function processorMs(begun: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1_000;
}

/** Every file that `storage-start.ts` reads. */
const files = [
  'settings.json',
  'vault.json',
  'vault.key',
  'sub-users.json',
  'tray.json',
  'history/one_2026-03.jsonl',
  'alerts/one.jsonl',
  'alerts-told/one.json',
  'log/oxygauge.log',
];

/** Starts in another process, which can be ended if it hangs. */
function startUp(): { unreadable: { what: string; copy: string | null }[]; failing: unknown } {
  const { stdout, stderr, signal } = spawnSync(
    process.execPath,
    [join(bundled, 'storage-start.mjs'), profile],
    { encoding: 'utf8', timeout: hangsAfterMs },
  );
  expect(signal, 'it hangs').toBeNull();
  expect(stderr.replaceAll(/^.*(Warning|--trace).*$/gm, '').trim()).toBe('');
  return JSON.parse(stdout);
}

test.each([
  ['a FIFO', (file: string) => void execFileSync('mkfifo', [file])],
  ['a folder', (file: string) => void mkdirSync(file)],
  ['a device that never ends', (file: string) => symlinkSync('/dev/zero', file)],
])(proves(matrix, 'not-a-file', '%s'), (_what, put) => {
  for (const file of files) put(place(file));
  const { unreadable } = startUp();
  expect(unreadable.map(({ what }) => what).sort()).toEqual(
    ['alert-memory', 'alerts', 'history', 'log', 'settings', 'sign-in', 'sub-users'].sort(),
  );
  const again = startUp();
  expect(again).toEqual({ unreadable: [], failing: null });
});

test('a FIFO that appears while the app runs does not block the next write', () => {
  startUp();
  for (const file of ['settings.json', 'alerts-told/one.json.new', 'tray.json.new'])
    spawnSync('sh', ['-c', 'rm -f "$0"; mkfifo "$0"', place(file)]);
  expect(startUp().failing).toBeNull();
});

test(proves(matrix, 'damaged-while-running'), () => {
  const { settings, view } = openFiles(profile);
  settings.write(defaultSettings);
  for (const damage of ['{"version":1,', '', '\0\0\0', 'null', '[1]']) {
    writeFileSync(place('settings.json'), damage);
    settings.write({ ...defaultSettings, refreshIntervalMinutes: 17 });
    expect(view().failing, damage).toBeNull();
    expect(openFiles(profile).settings.read()?.refreshIntervalMinutes, damage).toBe(17);
  }
  truncateSync(place('settings.json'), 700e6);
  settings.write({ ...defaultSettings, refreshIntervalMinutes: 18 });
  expect(openFiles(profile).settings.read()?.refreshIntervalMinutes).toBe(18);
});

test(proves(matrix, 'too-large', 'settings of 700 MB are set aside unread'), () => {
  writeFileSync(place('settings.json'), '{');
  truncateSync(place('settings.json'), 700e6);
  const { settings, view } = openFiles(profile);
  expect(settings.read()).toBeNull();
  expect(view().unreadable).toMatchObject([{ what: 'settings', why: 'unreadable' }]);
});

test(proves(matrix, 'too-large', 'a history of 600 MB'), () => {
  const file = place('history/one_2026-03.jsonl');
  writeFileSync(file, '');
  const at = Date.parse('2026-03-05T00:00:00Z');
  const trafficGb = Object.fromEntries(Array.from({ length: 10_000 }, (_, id) => [id + 1, 1.123456]));
  const entry = (day: number) =>
    JSON.stringify({ kind: 'sub-users', at: at + day, period: '2026-03-01', full: true, trafficGb });
  truncateSync(file, 600e6);
  writeFileSync(
    file,
    `\n${entry(0)}\n${entry(1)}\n{"kind":"total","at":${at + 2},"period":"2026-03-01","totalGb":7}\n`,
    { flag: 'a' },
  );
  const { history, view, reported } = openFiles(profile);
  const begun = process.cpuUsage();
  const opened = openHistoryFiles(history).open('one', at + 60_000);
  expect(processorMs(begun)).toBeLessThan(5_000);
  expect(opened.totals()).toHaveLength(1);
  expect(opened.samplesOf(10_000)).toHaveLength(2);
  expect(view().unreadable).toEqual([{ what: 'history', why: 'too-large', copy: null }]);
  expect(reported).toHaveLength(1);
  expect(unreadableFileText({ what: 'history', why: 'too-large', copy: null })).toBe(
    'Oxygauge left out the oldest part of the history, which is too large to be read whole.',
  );
});

test(proves(matrix, 'too-large', 'a million alert lines'), () => {
  const alert = (id: number) => ({
    alert: {
      id: `a${id}`,
      at: 1_770_000_000_000 + id,
      subject: { kind: 'sub-user', id: 7, username: 'crawler_of_the_night' },
      facts: { rule: 'limit', threshold: 80, usedGb: 8.5, limitGb: 10, expectedAt: null },
      delivery: 'shown',
    },
  });
  const linesOf = (first: number) =>
    Array.from({ length: 10_000 }, (_, at) => `${JSON.stringify(alert(first + at))}\n`).join('');
  const old = linesOf(0);
  for (let block = 0; block < 99; block += 1) writeFileSync(place('alerts/one.jsonl'), old, { flag: 'a' });
  writeFileSync(place('alerts/one.jsonl'), linesOf(990_000), { flag: 'a' });
  const { alerts, view } = openFiles(profile);
  const begun = process.cpuUsage();
  const log = new AlertLog(alerts, 'one');
  expect(processorMs(begun)).toBeLessThan(5_000);
  expect(log.all()).toHaveLength(5_000);
  expect(log.view().alerts[0]?.id).toBe('a999999');
  expect(view().unreadable).toMatchObject([{ what: 'alerts', why: 'too-large' }]);
  // The next alert shortens the file.
  log.settle(['a999999'], 'muted');
  expect(readFileSync(place('alerts/one.jsonl')).length).toBeLessThan(3e6);
});

test('a folder of lines leaves no line out of a file that is as large as may be read', () => {
  const lines = openLinesFolder(place('history'), 'history', new WriteQueue(() => () => {}), {
    mostBytes: 12,
  });
  lines.append('a', ['12345', '67890']);
  expect(lines.read('a')).toEqual(['12345', '67890']);
  lines.append('a', ['x']);
  expect(lines.read('a')).toEqual(['67890', 'x']);
});

test('a last figure and a key that are no files count as none', () => {
  symlinkSync('/dev/zero', place('tray.json'));
  symlinkSync('/dev/zero', place('vault.key'));
  expect(openLastFigure(profile).read(1e15)).toBeNull();
  expect(createLocalCipher(place('vault.key'), () => false).decrypt(Buffer.alloc(60))).toBeNull();
  expect(readdirSync(profile)).toContain('tray.json');
});

import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createVault } from '../../../electron/account/vault.ts';
import { defaultSettings, readSettings, settingsSchema } from '../../../electron/contract/settings.ts';
import { replaceJson } from '../../../electron/desktop/app/json-store.ts';
import { createRosterFile } from '../../../electron/monitor/sub-users/roster-file.ts';
import { Secret } from '../../../electron/oxylabs/secret.ts';
import { openValueFile } from '../../../electron/storage/value-file.ts';
import { WriteQueue } from '../../../electron/storage/write-queue.ts';
import { failingText, unreadableFileText } from '../../../electron/text/storage.ts';
import { proves } from '../../matrix/fault.ts';
import { storage as matrix } from '../../matrix/storage.ts';
import { subUser } from '../../support/unit/alert-run.ts';
import { FakeClock } from '../../support/unit/fake-clock.ts';
import { openFiles, profileFolder, removeFolders } from '../../support/unit/storage.ts';
import { fakeCipher, fakeKeychain } from '../../support/unit/vault-parts.ts';

const root = resolve(import.meta.dirname, '../../..');
let profile: string;
beforeEach(() => {
  profile = profileFolder();
});
afterEach(removeFolders);

const fileOf = (name: string) => join(profile, name);
const changed = { ...defaultSettings, refreshIntervalMinutes: 12 };

function put(name: string, content: string): void {
  mkdirSync(dirname(fileOf(name)), { recursive: true });
  writeFileSync(fileOf(name), content);
}
const copies = (name: string) =>
  readdirSync(profile).filter((each) => each.startsWith(`${name}.`) && each !== `${name}.json`);

/** Checks what must be true after a file could not be read at all. */
function expectSetAside(content: string): void {
  put('settings.json', content);
  const { settings, view } = openFiles(profile);
  expect(settings.read()).toBeNull();
  const copy = 'settings.unreadable-2026-03-15T12-00-00.000Z.json';
  expect(view()).toEqual({ unreadable: [{ what: 'settings', why: 'unreadable', copy }], failing: null });
  expect(readFileSync(fileOf(copy), 'utf8')).toBe(content);
  settings.write(changed);
  const again = openFiles(profile);
  expect(again.settings.read()).toEqual(changed);
  expect(again.view().unreadable).toEqual([]);
  expect(copies('settings')).toEqual([copy]);
}

const whole = JSON.stringify({ version: 1, value: changed });

test(proves(matrix, 'settings-corrupt'), () => {
  expectSetAside('{"version":1,"value":"nonsense"}');
  const text = unreadableFileText({
    what: 'settings',
    why: 'unreadable',
    copy: 'settings.unreadable-x.json',
  });
  expect(text).toBe(
    'Oxygauge could not read the settings. It uses the defaults. The file was set aside as settings.unreadable-x.json.',
  );
});
test.each([
  'null',
  '[]',
  '5',
  '{"version":"1","value":{}}',
  '{"version":-1,"value":{}}',
  '{"version":1,"value":[]}',
])(proves(matrix, 'settings-corrupt', 'well-formed: %s'), expectSetAside);
test(proves(matrix, 'settings-corrupt', 'the system does not let it be read'), () => {
  mkdirSync(fileOf('settings.json/inside'), { recursive: true });
  const { settings, view } = openFiles(profile);
  // The fault may pass, so the file is not touched until something is written.
  expect(view().unreadable).toEqual([{ what: 'settings', why: 'unreadable', copy: null }]);
  expect(settings.read()).toBeNull();
  settings.write(changed);
  expect(existsSync(fileOf(`${view().unreadable[0]?.copy}/inside`))).toBe(true);
  expect(openFiles(profile).settings.read()).toEqual(changed);
});
test(proves(matrix, 'settings-truncated'), () => expectSetAside(whole.slice(0, -10)));
test(proves(matrix, 'settings-nul-filled'), () => expectSetAside('\0'.repeat(whole.length)));
test(proves(matrix, 'settings-empty'), () => expectSetAside(''));

test(proves(matrix, 'bad-key'), () => {
  const alerts = { ...changed.alerts, sound: 'loud', limitThresholds: [70] };
  const plan = { ...changed.plan, sizeGb: -4, pricePerGb: 3 };
  const content = JSON.stringify({ version: 2, value: { ...changed, plan, alerts } });
  put('settings.json', content);
  const { settings, view } = openFiles(profile);
  const good = {
    ...changed,
    plan: { ...changed.plan, pricePerGb: 3 },
    alerts: { ...changed.alerts, limitThresholds: [70] },
  };
  expect(settings.read()).toEqual(good);
  const [unreadable] = view().unreadable;
  expect(unreadable).toMatchObject({ what: 'settings', why: 'values' });
  expect(readFileSync(fileOf(unreadable?.copy ?? ''), 'utf8')).toBe(content);
  // Reported once: the next start finds a good file.
  const again = openFiles(profile);
  expect(again.settings.read()).toEqual(good);
  expect(again.view().unreadable).toEqual([]);
});

test('settings with any values replaced still load, and keep the others', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom(...Object.keys(settingsSchema.shape)), fc.jsonValue()),
      (touched) => {
        const stored = { ...changed, ...touched };
        const read = readSettings(JSON.parse(JSON.stringify(stored)));
        expect(settingsSchema.safeParse(read?.value).success).toBe(true);
        for (const [key, value] of Object.entries(changed)) {
          if (!(key in touched)) expect(read?.value).toHaveProperty(key, value);
        }
      },
    ),
  );
});

test(proves(matrix, 'newer-version'), () => {
  const content = JSON.stringify({ version: 99, value: { ...changed, colour: 'green' } });
  put('settings.json', content);
  const first = openFiles(profile);
  expect(first.settings.read()).toEqual(changed);
  expect(first.view().unreadable).toEqual([{ what: 'settings', why: 'newer', copy: null }]);
  expect(readFileSync(fileOf('settings.json'), 'utf8')).toBe(content);

  const { settings, view, reported } = openFiles(profile);
  settings.write(defaultSettings);
  const copy = 'settings.newer-2026-03-15T12-00-00.000Z.json';
  expect(view().unreadable).toEqual([{ what: 'settings', why: 'newer', copy }]);
  expect(reported.at(-1)).toEqual(view());
  expect(readFileSync(fileOf(copy), 'utf8')).toBe(content);
  expect(openFiles(profile).settings.read()).toEqual(defaultSettings);
});

test(proves(matrix, 'newer-version', 'of which nothing is understood'), () => {
  const content = JSON.stringify({ version: 99, value: ['another', 'shape'] });
  put('settings.json', content);
  const { settings, view } = openFiles(profile);
  expect(settings.read()).toBeNull();
  settings.write(changed);
  expect(readFileSync(fileOf(view().unreadable[0]?.copy ?? ''), 'utf8')).toBe(content);
});

test(proves(matrix, 'older-version'), () => {
  put('settings.json', JSON.stringify({ value: changed }));
  expect(openFiles(profile).settings.read()).toEqual(changed);
  put('count.json', '{"version":1,"value":5}');
  const open = (migrations: ((value: unknown) => unknown)[]) =>
    openValueFile({
      folder: profile,
      queue: new WriteQueue(() => () => {}),
      replace: replaceJson,
      now: () => 0,
      onUnreadable: () => {},
      format: { what: 'history', name: 'count', migrations, understand: (value) => ({ value, whole: true }) },
    });
  const file = open([() => 'never', (count) => Number(count) + 1, (count) => Number(count) * 10]);
  expect(file.read()).toBe(60);
  file.write(file.read());
  expect(JSON.parse(readFileSync(fileOf('count.json'), 'utf8'))).toEqual({ version: 3, value: 60 });
  // A migration that meets what it cannot lift makes the file as unreadable as nonsense would.
  put('count.json', '{"version":0,"value":"many"}');
  const strict = (value: unknown) => {
    if (typeof value !== 'number') throw new TypeError('No number.');
    return value;
  };
  expect(open([strict]).read()).toBeNull();
  expect(copies('count')).toHaveLength(1);
});

test('the newest copies are kept, and at most five', () => {
  for (let hour = 10; hour < 18; hour += 1) {
    put('settings.json', `nonsense ${hour}`);
    put(`settings.newer-2026-01-01T${hour}-00-00.000Z.json`, 'older');
    openFiles(profile);
  }
  put('settings.json', 'nonsense');
  openFiles(profile);
  expect(copies('settings')).toHaveLength(5);
  expect(copies('settings')).toContain('settings.unreadable-2026-03-15T12-00-00.000Z.json');
});

const accountId = '3f1c';
function openVault(files: ReturnType<typeof openFiles>) {
  return createVault({ keychain: fakeKeychain(), localCipher: fakeCipher(), file: files.vault });
}

test.each(['{"version":1,"value":{"username":5}}', 'nonsense', '\0\0\0\0', ''])(
  proves(matrix, 'vault-corrupt', '%j'),
  async (content) => {
    put('vault.json', content);
    const files = openFiles(profile);
    const vault = openVault(files);
    expect(await vault.recall()).toEqual({ kind: 'empty', username: null });
    const [unreadable] = files.view().unreadable;
    expect(unreadable).toMatchObject({ what: 'sign-in', why: 'unreadable' });
    expect(readFileSync(fileOf(unreadable?.copy ?? ''), 'utf8')).toBe(content);
    expect(await vault.remember('main', accountId, new Secret('password'), false)).toBe('keyring');
    expect(await openVault(openFiles(profile)).recall()).toMatchObject({ kind: 'found', username: 'main' });
  },
);

test(proves(matrix, 'vault-newer'), async () => {
  const content = JSON.stringify({ version: 9, value: { accounts: [{ username: 'main' }] } });
  put('vault.json', content);
  put('vault.key', 'a key of another kind');
  const files = openFiles(profile);
  const vault = openVault(files);
  expect(await vault.recall()).toEqual({ kind: 'empty', username: null });
  expect(readFileSync(fileOf('vault.json'), 'utf8')).toBe(content);
  await vault.remember('main', accountId, new Secret('password'), false);
  expect(readFileSync(fileOf(files.view().unreadable[0]?.copy ?? ''), 'utf8')).toBe(content);
  vault.forget();
  expect(readdirSync(profile).filter((each) => each.startsWith('vault'))).toEqual(['vault.key']);
});

test(proves(matrix, 'history-torn'), () => {
  put('history/one.jsonl', 'first\nsecond\nthi');
  const { history } = openFiles(profile);
  expect(history.read('one.jsonl')).toEqual(['first', 'second']);
  history.append('one.jsonl', ['third']);
  expect(readFileSync(fileOf('history/one.jsonl'), 'utf8')).toBe('first\nsecond\nthird\n');
});

test(proves(matrix, 'memory-corrupt'), () => {
  put('alerts-told/one.json', '{"begun":tr');
  const { alertMemories, view, reported } = openFiles(profile);
  expect(alertMemories.read('one.json')).toBeNull();
  expect(view().unreadable).toMatchObject([{ what: 'alert-memory', why: 'unreadable' }]);
  expect(reported).toEqual([view()]);
  expect(readFileSync(fileOf(`alerts-told/${view().unreadable[0]?.copy}`), 'utf8')).toBe('{"begun":tr');
  alertMemories.write('one.json', { begun: true });
  expect(openFiles(profile).alertMemories.read('one.json')).toEqual({ begun: true });
});

test(proves(matrix, 'roster-row'), () => {
  const rows = [subUser(), { ...subUser({ id: 2 }), status: 'asleep' }, subUser({ id: 3 })];
  put('sub-users.json', JSON.stringify({ value: { [accountId]: rows } }));
  const files = openFiles(profile);
  expect(
    createRosterFile(files.rosters)
      .recall(accountId)
      .map(({ id }) => id),
  ).toEqual([1, 3]);
  expect(files.view().unreadable).toMatchObject([{ what: 'sub-users', why: 'values' }]);
});

test(proves(matrix, 'disk-full'), async () => {
  let full = false;
  // The kernel's full device replaces what electron-store writes, other temporary files, and a file that is appended to.
  const files = openFiles(profile, new FakeClock(), (folder, name, value) => {
    if (full) writeFileSync('/dev/full', name);
    replaceJson(folder, name, value);
  });
  const { settings, history, alertMemories, rosters, clock, reported } = files;
  settings.write(changed);
  history.append('one.jsonl', ['first']);
  full = true;
  symlinkSync('/dev/full', fileOf('alerts-told/one.json.new'));
  settings.write(defaultSettings);
  expect(reported).toEqual([{ unreadable: [], failing: { what: 'settings', code: 'ENOSPC' } }]);
  expect(failingText({ what: 'settings', code: 'ENOSPC' })).toBe(
    'Oxygauge cannot save the settings: the disk is full. It is still watching your traffic, and tries again every minute.',
  );
  expect(settings.read()).toEqual(defaultSettings);
  expect(JSON.parse(readFileSync(fileOf('settings.json'), 'utf8')).value).toEqual(changed);

  // Still full at the next write: reported once, and not again.
  rosters.write({ [accountId]: [subUser()] });
  expect(reported).toHaveLength(1);

  full = false;
  await clock.pass(60_000);
  expect(reported.at(-1)).toEqual({ unreadable: [], failing: null });
  expect(reported).toHaveLength(2);
  alertMemories.write('one.json', { begun: true });
  // A half-written file does not stay on a full disk.
  expect(existsSync(fileOf('alerts-told/one.json.new'))).toBe(false);
  await clock.pass(60_000);
  expect(reported).toHaveLength(4);
  const again = openFiles(profile);
  expect(again.settings.read()).toEqual(defaultSettings);
  expect(again.rosters.read()).toEqual({ [accountId]: [subUser()] });
  expect(again.alertMemories.read('one.json')).toEqual({ begun: true });
  expect(again.view().unreadable).toEqual([]);
});

test(proves(matrix, 'disk-full', 'lines wait, in their order'), async () => {
  const { history, clock, view } = openFiles(profile);
  history.append('one.jsonl', ['first']);
  renameSync(fileOf('history/one.jsonl'), fileOf('kept'));
  symlinkSync('/dev/full', fileOf('history/one.jsonl'));
  history.append('one.jsonl', ['second']);
  expect(view().failing).toEqual({ what: 'history', code: 'ENOSPC' });
  renameSync(fileOf('kept'), fileOf('history/one.jsonl'));
  expect(history.read('one.jsonl')).toEqual(['first', 'second']);
  history.append('one.jsonl', ['third']);
  expect(view().failing).toBeNull();
  expect(openFiles(profile).history.read('one.jsonl')).toEqual(['first', 'second', 'third']);

  symlinkSync('/dev/full', fileOf('history/one.jsonl.new'));
  history.replace('one.jsonl', ['fourth']);
  expect(history.read('one.jsonl')).toEqual(['fourth']);
  expect(openFiles(profile).history.read('one.jsonl')).toEqual(['first', 'second', 'third']);
  symlinkSync('/dev/full', fileOf('history/one.jsonl.new'));
  history.append('one.jsonl', ['fifth']);
  history.remove('two.jsonl');
  await clock.pass(60_000);
  expect(view().failing).toBeNull();
  expect(openFiles(profile).history.read('one.jsonl')).toEqual(['fourth', 'fifth']);
});

test(proves(matrix, 'disk-full', 'half of a write was taken'), () => {
  put('history/one.jsonl', `${'x'.repeat(700)}\n`);
  const script = `
    import { openLinesFolder } from './electron/storage/lines-folder.ts';
    import { WriteQueue } from './electron/storage/write-queue.ts';
    const queue = new WriteQueue(() => () => {});
    openLinesFolder(process.argv[1], 'history', queue).append('one.jsonl', ['a'.repeat(100), 'b'.repeat(600)]);
    console.log(JSON.stringify(queue.failing));`;
  // The kernel accepts what fits into 1 KiB, and refuses the rest.
  const limited = 'trap "" XFSZ; ulimit -f 1; exec "$@"';
  const words = [
    process.execPath,
    '--import',
    'tsx',
    '--input-type=module',
    '-e',
    script,
    '--',
    fileOf('history'),
  ];
  const { stdout } = spawnSync('bash', ['-c', limited, 'bash', ...words], { encoding: 'utf8', cwd: root });
  expect(JSON.parse(stdout)).toEqual({ what: 'history', code: 'EFBIG' });
  expect(readFileSync(fileOf('history/one.jsonl'), 'utf8')).toBe(`${'x'.repeat(700)}\n`);
});

test('a file that could not be removed is removed later, unless it was written again', async () => {
  const { targets, clock, view } = openFiles(profile);
  targets.write('one.json', 1);
  targets.write('two.json', 2);
  // A folder replaces the file, so removing the file fails.
  for (const name of ['one.json', 'two.json']) {
    renameSync(fileOf(`targets/${name}`), fileOf(name));
    mkdirSync(fileOf(`targets/${name}`));
  }
  targets.sweep(() => false);
  expect(view().failing?.what).toBe('targets');
  expect(targets.read('one.json')).toBeNull();
  targets.write('two.json', 3);
  expect(targets.read('two.json')).toBe(3);
  for (const name of ['one.json', 'two.json']) {
    rmdirSync(fileOf(`targets/${name}`));
    renameSync(fileOf(name), fileOf(`targets/${name}`));
  }
  await clock.pass(60_000);
  expect(view().failing).toBeNull();
  expect(readdirSync(fileOf('targets'))).toEqual(['two.json']);
  expect(openFiles(profile).targets.read('two.json')).toBe(3);
});

test(proves(matrix, 'modes'), () => {
  mkdirSync(profile, { mode: 0o755 });
  chmodSync(profile, 0o755);
  put('history/one.jsonl', 'first\n');
  put('settings.json', whole);
  for (const [name, mode] of [
    ['history', 0o755],
    ['history/one.jsonl', 0o644],
    ['settings.json', 0o666],
  ] as const)
    chmodSync(fileOf(name), mode);
  const files = openFiles(profile);
  files.settings.write(defaultSettings);
  files.vault.write({ username: 'main', accountId, secret: null });
  files.rosters.write({});
  for (const lines of [files.history, files.alerts, files.log]) lines.append('two.jsonl', ['line']);
  for (const folder of [files.alertMemories, files.targets]) folder.write('two.json', {});
  const entries = [profile, ...readdirSync(profile, { recursive: true, encoding: 'utf8' }).map(fileOf)];
  expect(entries.length).toBeGreaterThan(14);
  for (const entry of entries) {
    const found = statSync(entry);
    expect((found.mode & 0o777).toString(8), entry).toBe(found.isDirectory() ? '700' : '600');
  }
});

test(proves(matrix, 'orphan-temporaries'), () => {
  const orphans = [
    'settings.json.new',
    'settings.json.tmp-1234567',
    'settings.json.4711.new',
    'vault.json.new',
    'history/one.jsonl.new',
  ];
  const others = ['Preferences.new', 'settings-of-mine.txt', 'history/one.jsonl'];
  for (const name of [...orphans, ...others]) put(name, 'x');
  openFiles(profile);
  for (const name of orphans) expect(existsSync(fileOf(name)), name).toBe(false);
  for (const name of others) expect(existsSync(fileOf(name)), name).toBe(true);
});

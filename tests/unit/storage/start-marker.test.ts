import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { defaultSettings } from '../../../electron/contract/settings.ts';
import { unreadableFileText } from '../../../electron/text/storage.ts';
import { proves } from '../../matrix/fault.ts';
import { storage as matrix } from '../../matrix/storage.ts';
import { FakeClock } from '../../support/unit/fake-clock.ts';
import { openInVain, profileFolder, removeFolders } from '../../support/unit/storage.ts';

let profile: string;
let clock: FakeClock;
beforeEach(() => {
  profile = profileFolder();
  clock = new FakeClock();
});
afterEach(removeFolders);

const changed = { ...defaultSettings, refreshIntervalMinutes: 12 };
const text = JSON.stringify({ version: 1, value: changed });
const copy = 'settings.unreadable-2026-03-15T12-00-00.000Z.json';

function putSettings(content = text): void {
  mkdirSync(profile, { recursive: true });
  writeFileSync(join(profile, 'settings.json'), content);
}
const marker = () => join(profile, 'starting.json');

/** Starts as main does, up to where these settings end it. */
const startInVain = () => openInVain(profile, clock).settings.read();

test(proves(matrix, 'stops-start'), () => {
  putSettings();
  expect([startInVain(), startInVain()]).toEqual([changed, changed]);
  const { settings, view, start } = openInVain(profile, clock);
  expect(settings.read()).toBeNull();
  expect(view().unreadable).toEqual([{ what: 'settings', why: 'stops-start', copy }]);
  expect(readFileSync(join(profile, copy), 'utf8')).toBe(text);
  expect(existsSync(marker())).toBe(false);
  expect(unreadableFileText({ what: 'settings', why: 'stops-start', copy })).toBe(
    `Oxygauge did not start twice with the settings as saved, so it uses the defaults. The file was set aside as ${copy}.`,
  );
  settings.write(changed);
  start.cameUp();
  const again = openInVain(profile, clock);
  expect([again.settings.read(), again.view().unreadable]).toEqual([changed, []]);
});

test('a start that came up did not fail', () => {
  putSettings();
  for (let time = 0; time < 5; time += 1) {
    const { settings, start } = openInVain(profile, clock);
    expect(settings.read()).toEqual(changed);
    start.cameUp();
  }
});

test('a start that has failed does not come up by being quit', () => {
  putSettings();
  for (let time = 0; time < 2; time += 1) {
    const { start } = openInVain(profile, clock);
    start.failed();
    start.cameUp();
  }
  expect(openInVain(profile, clock).settings.read()).toBeNull();
});

test('settings that were mended by hand have not failed yet', () => {
  putSettings();
  startInVain();
  startInVain();
  putSettings(JSON.stringify({ version: 2, value: { ...changed, fullNamesInLog: true } }));
  expect(startInVain()).toEqual({ ...changed, fullNamesInLog: true });
});

test('without settings, and with a damaged marker, a start reads what is there', () => {
  expect([startInVain(), startInVain(), startInVain()]).toEqual([null, null, null]);
  expect(existsSync(marker())).toBe(false);
  putSettings();
  for (const damaged of ['', '{', 'null', '[]', '{"settings":5,"starts":"9"}', '7', 'x'.repeat(5_000)]) {
    writeFileSync(marker(), damaged);
    expect(startInVain(), damaged.slice(0, 30)).toEqual(changed);
  }
});

test.each([
  ['a count that is no number', '"9"', ''],
  ['a count that is not whole', '2.5', ''],
  ['more than a marker', '9', ' '.repeat(5_000)],
])('a marker of these settings with %s counts no failure', (_what, starts, more) => {
  putSettings();
  startInVain();
  const whole = readFileSync(marker(), 'utf8');
  expect(whole).toContain('"starts":1');
  writeFileSync(marker(), whole.replace('"starts":1', `"starts":${starts}`) + more);
  expect(startInVain()).toEqual(changed);
});

test('a profile that cannot be written to counts nothing and stops no start', () => {
  putSettings();
  mkdirSync(marker());
  for (let time = 0; time < 4; time += 1) expect(startInVain()).toEqual(changed);
});

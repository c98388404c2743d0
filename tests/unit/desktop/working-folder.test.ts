import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { workingFolder } from '../../../electron/desktop/working-folder.ts';

let folder: string;
const made: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'oxygauge-working-'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  for (const each of [folder, ...made.splice(0)]) rmSync(each, { recursive: true, force: true });
});

/** A profile that cannot be made, for root neither: its parent is a file. */
function unmakeable(): string {
  writeFileSync(join(folder, 'file'), '');
  return join(folder, 'file', 'profile');
}
function standIn(profile: string): string {
  const found = workingFolder(profile);
  made.push(found);
  return found;
}

test('a profile that can be written is worked in, closed to others, and nothing is left of the trial', () => {
  const profile = join(folder, 'profile');
  expect(workingFolder(profile)).toBe(profile);
  expect(readdirSync(profile)).toEqual([]);
  chmodSync(profile, 0o755);
  workingFolder(profile);
  expect(statSync(profile).mode & 0o777).toBe(0o700);
});

test('one that cannot has a stand-in of its own, the same at each start', () => {
  const found = standIn(unmakeable());
  expect(workingFolder(join(folder, 'file', 'profile'))).toBe(found);
  expect(standIn(join(folder, 'file', 'other'))).not.toBe(found);
  expect(found.startsWith(tmpdir())).toBe(true);
  expect(statSync(found).mode & 0o777).toBe(0o700);
});

test('a full disk has the rights, and is found out by writing', () => {
  const profile = join(folder, 'profile');
  mkdirSync(profile);
  const trial = join(profile, `settings.json.${process.pid}.new`);
  symlinkSync('/dev/full', trial);
  expect(standIn(profile)).not.toBe(profile);
  rmSync(trial);
  expect(workingFolder(profile)).toBe(profile);
});

test('where nothing can be written at all, the profile is worked in after all', () => {
  const profile = unmakeable();
  vi.stubEnv('TMPDIR', join(folder, 'file'));
  expect(workingFolder(profile)).toBe(profile);
});

test('what somebody else put in its place is not used', () => {
  const profile = unmakeable();
  const expected = standIn(profile);
  rmSync(expected, { recursive: true });
  const trap = join(folder, 'trap');
  for (const lay of [
    () => symlinkSync(folder, expected),
    () => writeFileSync(expected, '', { mode: 0o600 }),
  ]) {
    lay();
    expect(standIn(profile)).not.toBe(expected);
    rmSync(expected);
  }
  standIn(profile);
  chmodSync(expected, 0o777);
  expect(standIn(profile)).not.toBe(expected);
  expect(existsSync(trap)).toBe(false);
});

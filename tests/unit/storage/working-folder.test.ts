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
import { workingFolder } from '../../../electron/storage/working-folder.ts';

let folder: string;
const made: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'oxygauge-working-'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  for (const each of [folder, ...made.splice(0)]) rmSync(each, { recursive: true, force: true });
});

/** Returns a profile that not even root can create: its parent is a file. */
function unmakeable(): string {
  writeFileSync(join(folder, 'file'), '');
  return join(folder, 'file', 'profile');
}
function standIn(profile: string): string {
  const found = workingFolder(profile);
  made.push(found);
  return found;
}

test('a writable profile is used, closed to others, and the probe leaves nothing behind', () => {
  const profile = join(folder, 'profile');
  expect(workingFolder(profile)).toBe(profile);
  expect(readdirSync(profile)).toEqual([]);
  chmodSync(profile, 0o755);
  workingFolder(profile);
  expect(statSync(profile).mode & 0o777).toBe(0o700);
});

test('an unwritable one gets its own substitute, the same at each start', () => {
  const found = standIn(unmakeable());
  expect(workingFolder(join(folder, 'file', 'profile'))).toBe(found);
  expect(standIn(join(folder, 'file', 'other'))).not.toBe(found);
  expect(found.startsWith(tmpdir())).toBe(true);
  expect(statSync(found).mode & 0o777).toBe(0o700);
});

test('a full disk has the permissions, and is detected by writing', () => {
  const profile = join(folder, 'profile');
  mkdirSync(profile);
  const trial = join(profile, `settings.json.${process.pid}.new`);
  symlinkSync('/dev/full', trial);
  expect(standIn(profile)).not.toBe(profile);
  rmSync(trial);
  expect(workingFolder(profile)).toBe(profile);
});

test('if nothing can be written at all, the profile itself is used', () => {
  const profile = unmakeable();
  vi.stubEnv('TMPDIR', join(folder, 'file'));
  expect(workingFolder(profile)).toBe(profile);
});

test('a folder that another user put in its place is not used', () => {
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

import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openLinesFolder } from '../../../electron/storage/lines-folder.ts';
import { WriteQueue } from '../../../electron/storage/write-queue.ts';
import { proves } from '../../matrix/fault.ts';
import { kill } from '../../matrix/kill.ts';

let profile: string;
beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'oxygauge-lines-'));
});
afterEach(() => rmSync(profile, { recursive: true, force: true }));

const open = () => openLinesFolder(join(profile, 'log'), 'log', new WriteQueue(() => () => {}));
const place = (name: string) => join(profile, 'log', name);

test(proves(kill, 'torn-line'), () => {
  const lines = ['{"gb":1}', '{"name":"žvėris 🦊"}', '', '{"gb":3}'];
  open().append('all', lines);
  const whole = readFileSync(place('all'));
  for (let bytes = 0; bytes <= whole.length; bytes += 1) {
    writeFileSync(place('cut'), whole.subarray(0, bytes));
    const left = whole.subarray(0, bytes).toString('latin1').split('\n').length - 1;
    expect(open().read('cut')).toEqual(lines.slice(0, left));
    const log = open();
    log.append('cut', ['next']);
    log.append('cut', ['and one']);
    expect(log.read('cut')).toEqual([...lines.slice(0, left), 'next', 'and one']);
  }
});

test('a torn line may be longer than one read, and the whole file', () => {
  const log = open();
  const long = 'x'.repeat(200_000);
  log.append('long', ['first', long]);
  truncateSync(place('long'), statSync(place('long')).size - 1);
  const next = open();
  next.append('long', ['second']);
  expect(next.read('long')).toEqual(['first', 'second']);
  writeFileSync(place('only'), long);
  next.append('only', ['first']);
  expect(next.read('only')).toEqual(['first']);
});

test('a leftover temporary file is removed, and stored files are readable by their owner only', () => {
  const log = open();
  log.replace('all', ['one', 'two']);
  writeFileSync(place('all.new'), 'half');
  expect(open().names()).toEqual(['all']);
  expect(log.read('all')).toEqual(['one', 'two']);
  expect(readdirSync(profile)).toEqual(['log']);
  expect([statSync(place('all')).mode & 0o777, statSync(join(profile, 'log')).mode & 0o777]).toEqual([
    0o600, 0o700,
  ]);
  log.remove('all');
  expect([log.names(), log.read('all')]).toEqual([[], []]);
});

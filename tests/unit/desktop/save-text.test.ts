import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { saveText } from '../../../electron/desktop/windows/save-text.ts';
import { suggestedFileName } from '../../../electron/desktop/windows/suggested-name.ts';
import { describeFailure } from '../../../electron/text/failure.ts';
import { anyText } from '../../support/unit/any-text.ts';

type Answer = { canceled: boolean; filePath: string };
const electron = vi.hoisted(() => ({
  asked: [] as string[],
  answer: () => Promise.resolve<{ canceled: boolean; filePath: string }>({ canceled: true, filePath: '' }),
}));
vi.mock('electron', () => ({
  app: { getPath: () => '/home/you/Downloads' },
  dialog: {
    showSaveDialog({ defaultPath }: { defaultPath: string }) {
      electron.asked.push(defaultPath);
      return electron.answer();
    },
  },
}));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'oxygauge-save-'));
  electron.asked.length = 0;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const choose = (filePath: string) => {
  electron.answer = async () => ({ canceled: false, filePath });
};

test('checklist save-dialog: one is open at a time, and the next may follow it', async () => {
  let close = (_answer: Answer) => {};
  electron.answer = () =>
    new Promise<Answer>((done) => {
      close = done;
    });
  const first = saveText('a.csv', 'x');
  for (let time = 0; time < 100; time += 1)
    expect(await saveText('a.csv', 'x')).toEqual({ ok: false, failure: { kind: 'dialog-open' } });
  expect(electron.asked).toHaveLength(1);
  close({ canceled: true, filePath: '' });
  expect(await first).toEqual({ ok: true, value: { saved: false } });
  electron.answer = () => Promise.reject(new Error('no portal'));
  expect(await saveText('a.csv', 'x')).toMatchObject({ ok: false, failure: { kind: 'not-saved' } });
  choose(join(folder, 'a.csv'));
  expect(await saveText('a.csv', 'x')).toEqual({ ok: true, value: { saved: true } });
  expect(describeFailure({ kind: 'dialog-open' })).toMatch(/^A dialog .*\.$/);
});

test('checklist save-dialog: a file that others could read is private once it is written', async () => {
  const file = join(folder, 'passwords.csv');
  writeFileSync(file, 'a much longer text than the new one');
  chmodSync(file, 0o644);
  choose(file);
  expect(await saveText('passwords.csv', 'secret')).toEqual({ ok: true, value: { saved: true } });
  expect([statSync(file).mode & 0o777, readFileSync(file, 'utf8')]).toEqual([0o600, 'secret']);
  const fresh = join(folder, 'new.csv');
  choose(fresh);
  await saveText('new.csv', 'secret');
  expect(statSync(fresh).mode & 0o777).toBe(0o600);
});

test('a FIFO and a full disk are failures, and hang nothing', async () => {
  const fifo = join(folder, 'fifo');
  execFileSync('mkfifo', [fifo]);
  choose(fifo);
  expect(await saveText('a', 'x')).toEqual({ ok: false, failure: { kind: 'not-saved', code: 'ENXIO' } });
  const { mode } = statSync('/dev/full');
  choose('/dev/full');
  expect(await saveText('a', 'x')).toEqual({ ok: false, failure: { kind: 'not-saved', code: 'ENOSPC' } });
  expect(statSync('/dev/full').mode).toBe(mode);
});

test.each([
  ['sub-users.csv', 'sub-users.csv'],
  ['Użytkownicy 用户.csv', 'Użytkownicy 用户.csv'],
  ['..', 'Oxygauge.txt'],
  ['.bashrc', 'bashrc'],
  ['...', 'Oxygauge.txt'],
  ['../../.ssh/authorized_keys', 'ssh authorized_keys'],
  ['C:\\Windows\\a.csv', 'C Windows a.csv'],
  ['a\0.csv', 'a.csv'],
  ['a\r\nb.csv', 'ab.csv'],
  ['report\u202evsc.exe', 'reportvsc.exe'],
  ['\u2066a\u2069\u200f.csv', 'a.csv'],
  ['\ufeff.profile', 'profile'],
  [' \u200b. .bashrc', 'bashrc'],
  ['a.csv. . ', 'a.csv'],
  [`${'x'.repeat(190)}.csv`, `${'x'.repeat(96)}.csv`],
])('the suggested name %j is offered as %j', async (suggested, offered) => {
  electron.answer = async () => ({ canceled: true, filePath: '' });
  await saveText(suggested, '');
  expect(electron.asked).toEqual([`/home/you/Downloads/${offered}`]);
});

test('checklist save-dialog: whatever a page suggests, a visible file in the folder of downloads is offered', () => {
  fc.assert(
    fc.property(anyText({ maxLength: 200 }), (suggested) => {
      const name = suggestedFileName(suggested);
      expect(name).not.toMatch(/[/\\\p{C}]/u);
      expect(name).toMatch(/^[^.\s]/);
      expect([...name].length).toBeLessThanOrEqual(101);
      expect(name.endsWith('.')).toBe(false);
    }),
  );
});

test('a long text is made in pieces while it is written: main serves others between them, and none is made in vain', async () => {
  const made: string[] = [];
  let turns = 0;
  function* pieces() {
    for (const piece of ['a,b\r\n', '1,é\r\n', '3,4\r\n']) {
      setImmediate(() => {
        turns += 1;
      });
      made.push(`${piece.trim()} after ${turns} turns`);
      yield piece;
    }
  }
  electron.answer = async () => ({ canceled: true, filePath: '' });
  await saveText('a.csv', pieces());
  expect(made).toEqual([]);
  choose(join(folder, 'a.csv'));
  expect(await saveText('a.csv', pieces())).toEqual({ ok: true, value: { saved: true } });
  expect(made).toEqual(['a,b after 0 turns', '1,é after 1 turns', '3,4 after 2 turns']);
  expect(readFileSync(join(folder, 'a.csv'), 'utf8')).toBe('a,b\r\n1,é\r\n3,4\r\n');
});

import { expect, test, vi } from 'vitest';

vi.mock('electron', () => ({ app: {} }));
const { demoWords } = await import('../../../electron/desktop/app/demo-restart.ts');

test('the demo is switched on and off, and everything else stays', () => {
  const words = ['.', '--password-store=gnome-libsecret', '--restarted-at=12', '--show', '--show=a\nb'];
  expect(demoWords(words, true)).toEqual(['.', '--password-store=gnome-libsecret', '--demo']);
  expect(demoWords([...words, '--demo', '--demo-sub-users=5', '--demo-fault=x'], false)).toEqual([
    '.',
    '--password-store=gnome-libsecret',
  ]);
});

test('the demo never has the files of the real account', () => {
  const real = ['--user-data-dir=/home/jane/profile'];
  const demo = ['--user-data-dir=/home/jane/profile Demo', '--demo'];
  expect(demoWords(real, true)).toEqual(demo);
  expect(demoWords(demo, true)).toEqual(demo);
  expect(demoWords(demo, false)).toEqual(real);
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { askPointer, hasXembedTray } from '../../../electron/desktop/x11/questions.ts';
import { findCookie } from '../../../electron/desktop/x11/x-authority.ts';
import { askXServer } from '../../../electron/desktop/x11/x-server.ts';
import { OwnDisplay } from '../../driver/private-display.ts';
import { movePointer, ownXembedTray } from '../../driver/x-desktop.ts';

let display: OwnDisplay;
beforeAll(async () => {
  display = await OwnDisplay.start();
});
afterAll(() => display.remove());

const here = () => ({ DISPLAY: display.name });

test('the X server says where the pointer is', async () => {
  await movePointer({ x: 1124, y: 12 }, here());
  expect(await askPointer(here())).toEqual({ x: 1124, y: 12 });
  await movePointer({ x: 8, y: 790 }, here());
  expect(await askPointer(here())).toEqual({ x: 8, y: 790 });
});

test('a tray of the older kind is there while its selection has an owner', async () => {
  expect(await hasXembedTray(here())).toBe(false);
  expect(await ownXembedTray(() => hasXembedTray(here()), here())).toBe(true);
  expect(await hasXembedTray(here())).toBe(false);
});

test.each(['', ':4711', 'elsewhere:0', 'nonsense'])(
  'no X server at "%s" answers nothing',
  async (DISPLAY) => {
    expect(await askPointer({ DISPLAY })).toBeNull();
    expect(await hasXembedTray({ DISPLAY })).toBe(false);
  },
);

test('a request that the server refuses answers nothing', async () => {
  const unknownWindow = 0xdead_beef;
  expect(await askXServer((server) => server.ask(38, [unknownWindow]), here())).toBeNull();
});

test('the cookie is that of the display, or one for all', () => {
  const field = (bytes: string | Buffer) => {
    const length = Buffer.alloc(2);
    length.writeUInt16BE(bytes.length);
    return Buffer.concat([length, Buffer.from(bytes)]);
  };
  const entry = (number: string, name: string, data: string) =>
    Buffer.concat([Buffer.from([1, 0]), field('host'), field(number), field(name), field(data)]);
  const cookie = 'MIT-MAGIC-COOKIE-1';
  const file = Buffer.concat([
    entry('0', cookie, 'zero'),
    entry('1', 'OTHER', 'no'),
    entry('1', cookie, 'one'),
  ]);
  expect(findCookie(file, '1')?.toString()).toBe('one');
  expect(findCookie(file, '2')).toBeNull();
  expect(findCookie(entry('', cookie, 'all'), '2')?.toString()).toBe('all');
  expect(findCookie(file.subarray(0, 9), '0')).toBeNull();
});

import { beforeEach, expect, test } from 'vitest';
import { createClipboard } from '../../../electron/desktop/windows/clipboard.ts';
import { FakeClock } from '../../support/unit/fake-clock.ts';

let held: string;
let clock: FakeClock;
let clipboard: ReturnType<typeof createClipboard>;
const system = {
  writeText(text: string) {
    held = text;
  },
  readText: async () => held,
  clear() {
    held = '';
  },
};

beforeEach(() => {
  held = '';
  clock = new FakeClock();
  clipboard = createClipboard(system, clock.after);
});

test('checklist clipboard: a secret stays a minute', async () => {
  clipboard.copyText('Secret_1', true);
  await clock.pass(59_000);
  expect(held).toBe('Secret_1');
  await clock.pass(1_000);
  expect(held).toBe('');
});

test('a text copied by another program since is left alone', async () => {
  clipboard.copyText('Secret_1', true);
  held = 'a shopping list';
  await clock.pass(60_000);
  expect(held).toBe('a shopping list');
});

test('the same secret copied again gets a full minute', async () => {
  clipboard.copyText('Secret_1', true);
  await clock.pass(50_000);
  clipboard.copyText('Secret_1', true);
  await clock.pass(50_000);
  expect(held).toBe('Secret_1');
  await clock.pass(10_000);
  expect(held).toBe('');
});

test('other text stays, even if it replaced a secret', async () => {
  clipboard.copyText('Secret_1', true);
  clipboard.copyText('endpoint:7777', false);
  await clock.pass(600_000);
  expect(held).toBe('endpoint:7777');
});

test('checklist clipboard: quitting does not leave a secret behind', async () => {
  clipboard.copyText('Secret_1', true);
  await clipboard.clearSecret();
  expect(held).toBe('');
});

test('a clipboard that answers at once is cleared at once: the end of a session leaves no later turn', () => {
  clipboard = createClipboard({ ...system, readText: () => held }, clock.after);
  clipboard.copyText('Secret_1', true);
  void clipboard.clearSecret();
  expect(held).toBe('');
});

import { beforeEach, expect, test } from 'vitest';
import { createClipboard } from '../../../electron/desktop/clipboard.ts';
import { FakeClock } from '../../support/fake-clock.ts';

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

test('what was copied elsewhere since is left alone', async () => {
  clipboard.copyText('Secret_1', true);
  held = 'a shopping list';
  await clock.pass(60_000);
  expect(held).toBe('a shopping list');
});

test('the same secret copied again has its whole minute', async () => {
  clipboard.copyText('Secret_1', true);
  await clock.pass(50_000);
  clipboard.copyText('Secret_1', true);
  await clock.pass(50_000);
  expect(held).toBe('Secret_1');
  await clock.pass(10_000);
  expect(held).toBe('');
});

test('what is no secret stays, even where a secret was before it', async () => {
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

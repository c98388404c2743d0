import { beforeEach, expect, test } from 'vitest';
import { createProxyWatch } from '../../../electron/desktop/network/proxy-watch.ts';
import { FakeClock } from '../../support/unit/fake-clock.ts';

const vendor = 'PROXY pr.oxylabs.io:7777';

let clock: FakeClock;
let system: () => Promise<string>;
let looks: number;
let ownEntry: string | null;
let applied: boolean[];
let changes: boolean[];
let apply: (direct: boolean) => Promise<void>;
let look: () => Promise<void>;

beforeEach(() => {
  clock = new FakeClock();
  system = async () => 'DIRECT';
  looks = 0;
  ownEntry = null;
  applied = [];
  changes = [];
  apply = async () => {};
  look = createProxyWatch({
    resolve() {
      looks += 1;
      return system();
    },
    apply(direct) {
      applied.push(direct);
      return apply(direct);
    },
    onChange: (direct) => changes.push(direct),
    ownEntry: () => ownEntry,
    now: clock.now,
    after: clock.after,
  });
});

test('a vendor’s proxy that is set while the app runs is bypassed before the next refresh, and its end is seen', async () => {
  await look();
  expect(applied).toEqual([]);
  system = async () => vendor;
  await clock.pass(60_000);
  await look();
  expect([applied, changes]).toEqual([[true], [true]]);
  await clock.pass(60_000);
  await look();
  expect(applied).toEqual([true]);
  system = async () => 'PROXY proxy.example.com:3128; DIRECT';
  await clock.pass(60_000);
  await look();
  expect([applied, changes]).toEqual([
    [true, false],
    [true, false],
  ]);
});

test('checklist vendor-proxy: a proxy by the user’s own entry name is the vendor’s, as soon as the name is known', async () => {
  system = async () => 'PROXY Proxy.Example.com.:7777; DIRECT';
  await look();
  expect(applied).toEqual([]);
  ownEntry = 'proxy.example.com';
  await look();
  expect([applied, changes]).toEqual([[true], [true]]);
  ownEntry = 'example.com';
  await look();
  expect([applied, changes]).toEqual([
    [true, false],
    [true, false],
  ]);
});

test('the requests of one refresh share a look', async () => {
  await Promise.all([look(), look(), look()]);
  await clock.pass(4_000);
  await look();
  expect(looks).toBe(1);
  await clock.pass(1_000);
  await look();
  expect(looks).toBe(2);
});

test('a look that fails or hangs holds no request for long, changes nothing, and is repeated', async () => {
  system = async () => vendor;
  await look();
  await clock.pass(5_000);
  system = () => Promise.reject(new Error('no network process'));
  await look();
  system = () => new Promise(() => {});
  const held = look();
  await clock.pass(2_000);
  await held;
  expect([looks, changes]).toEqual([3, [true]]);
  system = async () => 'DIRECT';
  await look();
  expect(changes).toEqual([true, false]);
});

test('a bypass that is not in place yet holds the request, and one that fails is tried again', async () => {
  system = async () => vendor;
  apply = () => Promise.reject(new Error('no session'));
  await look();
  expect([applied, changes]).toEqual([[true], []]);
  let finish = () => {};
  apply = () =>
    new Promise<void>((done) => {
      finish = done;
    });
  await clock.pass(5_000);
  let passed = false;
  const held = look().then(() => {
    passed = true;
  });
  await clock.pass(10_000);
  expect([passed, applied, changes]).toEqual([false, [true, true], []]);
  finish();
  await held;
  expect(changes).toEqual([true]);
});

test('a look leaves no timer behind', async () => {
  await look();
  system = () => Promise.reject(new Error('no network process'));
  await clock.pass(5_000);
  await look();
  expect(clock.waiting()).toBe(0);
});

test.each([
  [vendor, true],
  ['PROXY PR.OXYLABS.IO:7777', true],
  ['SOCKS5 pr.oxylabs.io:7777', true],
  ['HTTPS 1.2.3.4:1; PROXY us-pr.oxylabs.io:10000', true],
  ['PROXY oxylabs.io:60000', true],
  ['PROXY notoxylabs.io:7777', false],
  ['PROXY oxylabs.io.example.com:80', false],
  ['', false],
])('%j is the vendor’s: %j', async (proxy, isVendors) => {
  system = async () => proxy;
  await look();
  expect(applied).toEqual(isVendors ? [true] : []);
});

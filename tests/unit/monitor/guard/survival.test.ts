import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dayMs } from '../../../../electron/contract/day.ts';
import { accountState, currentAccountId } from '../../../../electron/monitor/state.ts';
import type { LinesFiles } from '../../../../electron/storage/files.ts';
import { openLinesFolder } from '../../../../electron/storage/lines-folder.ts';
import { WriteQueue } from '../../../../electron/storage/write-queue.ts';
import {
  capOf,
  guardService,
  limited,
  openGuardAccountOf,
  unlimited,
} from '../../../support/unit/guard-account.ts';
import { memoryStorage } from '../../../support/unit/monitor.ts';

/** Returns files that a run writes to until it is killed, after a number of writes. */
function killedAfter(files: LinesFiles, writes: number): { files: LinesFiles; isDead: () => boolean } {
  let left = writes;
  const isDead = () => left <= 0;
  return {
    isDead,
    files: {
      ...files,
      append(name, lines) {
        if (isDead()) return;
        files.append(name, lines);
        left -= 1;
      },
    },
  };
}

test('a kill between any two lines is continued by the next start, and no write is repeated', async () => {
  for (let writes = 1; writes <= 8; writes += 1) {
    const service = guardService();
    const storage = memoryStorage();
    const { files, isDead } = killedAfter(storage.guard, writes);
    const first = await openGuardAccountOf(service, { storage: { ...storage, guard: files }, isDead });
    await first.set(capOf([limited]));
    first.monitor.stop();
    const second = await openGuardAccountOf(service, { storage });
    await second.later(60_000);
    const name = `killed after ${writes} lines`;
    expect([...first.writes, ...second.writes], name).toEqual([
      { id: limited, changes: { traffic_limit: 3, auto_disable: true } },
    ]);
    await second.monitor.commands.removeGuardRule({ rule: 'cap' });
    await second.rest();
    expect(second.person(limited), name).toMatchObject({ limitGb: 40, disablesAtLimit: false });
    second.monitor.stop();
  }
});

test('nothing is sent while the journal cannot be written', async () => {
  const account = await openGuardAccountOf(guardService());
  const failing = (code: string | null) => {
    const storage = { unreadable: [], failing: code === null ? null : { what: 'guard' as const, code } };
    account.store.setState((state) => ({ environment: { ...state.environment, storage } }));
  };
  failing('ENOSPC');
  await account.set(capOf([limited]));
  expect(account.requests.filter((each) => each.startsWith('PATCH'))).toEqual([]);
  failing(null);
  await account.later(60_000);
  expect(account.writes).toHaveLength(1);
});

test('two computers with the same rule give each day once', async () => {
  const service = guardService();
  const both = await Promise.all([openGuardAccountOf(service), openGuardAccountOf(service)]);
  const [one, two] = both;
  await Promise.all(both.map(({ monitor }) => monitor.commands.setGuardRule({ rule: capOf([unlimited]) })));
  await one.rest();
  for (let day = 1; day <= 3; day += 1) {
    one.use(unlimited, 2 + day * 0.9);
    await one.later(dayMs / 2);
    await two.later(dayMs / 2);
    expect(one.person(unlimited).limitGb).toBeCloseTo(3 + day * 0.9, 5);
  }
  for (const { view } of both) expect(view().rules[0]?.pausedIds).toEqual([]);
  // Both may give the same day at the same moment, with the same values.
  const given = new Set([...one.writes, ...two.writes].map(({ changes }) => changes.traffic_limit));
  expect(given.size).toBe(4);
});

test('forgetting the account leaves no byte of the journal, also of a write that is under way', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'oxygauge-guard-'));
  const service = guardService();
  const queue = new WriteQueue(service.clock.after);
  const storage = { ...memoryStorage(), guard: openLinesFolder(folder, 'guard', queue) };
  let beforeAnswer = async () => {};
  const account = await openGuardAccountOf(service, { storage, beforeAnswer: () => beforeAnswer() });
  await account.set(capOf([limited]));
  await account.later(dayMs);
  const texts = () => readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  expect(texts().join()).toContain('brand_protection');
  const accountId = currentAccountId(account.store.getState()) ?? '';
  beforeAnswer = async () => void (await account.monitor.commands.forgetAccount({ accountId }));
  await account.monitor.commands.removeGuardRule({ rule: 'cap' });
  await account.rest();
  expect(account.writes).toHaveLength(2);
  expect(texts()).toEqual([]);
  expect(accountState(account.store.getState(), accountId).guard).toBeNull();
});

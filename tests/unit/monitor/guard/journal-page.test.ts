import { expect, test } from 'vitest';
import type { GuardLine } from '../../../../electron/contract/guard-journal.ts';
import { journalPageRows } from '../../../../electron/contract/guard-view.ts';
import { openGuardJournal } from '../../../../electron/monitor/guard/guard-journal.ts';
import { journalPage } from '../../../../electron/monitor/guard/journal-page.ts';
import { inMemoryLines } from '../../../../electron/storage/in-memory.ts';

const dayMs = 86_400_000;
const own = { limit: { kind: 'unlimited' }, disablesAtLimit: false, status: 'active' } as const;
const names = ['Crawler_7', 'seo_audit'];

/** Opens a journal that has a line each day for 100 days, in four months, of two sub-users in turn. */
function journalOfMonths() {
  let now = Date.parse('2026-03-01T12:00:00Z');
  const journal = openGuardJournal(inMemoryLines(), 'a', () => now);
  for (let day = 0; day < 100; day += 1, now += dayMs) {
    const line: GuardLine = { line: 'held', at: now, id: 1 + (day % 2), username: names[day % 2] ?? '', own };
    journal.write([line]);
  }
  return journal;
}

function allOf(search: string) {
  const journal = journalOfMonths();
  const pages = [];
  let before: string | null = null;
  do {
    const page = journalPage(journal, { search, before });
    pages.push(page.rows);
    before = page.next;
  } while (before !== null);
  return { pages, rows: pages.flat() };
}

test('a search finds a part of a name in all files, one of them at a time, and each row once', () => {
  const { pages, rows } = allOf(' crawler');
  expect(rows).toHaveLength(50);
  expect(new Set(rows.map(({ subUser }) => subUser?.username))).toEqual(new Set(['Crawler_7']));
  expect(new Set(rows.map(({ place }) => place)).size).toBe(50);
  expect(rows.map(({ at }) => at)).toEqual(rows.map(({ at }) => at).sort((one, other) => other - one));
  expect(pages.filter((page) => page.length > 0)).toHaveLength(4);
  expect(allOf('nobody_else').rows).toEqual([]);
});

test('without a search a page is full, whatever the files are', () => {
  const { pages, rows } = allOf('');
  expect(rows).toHaveLength(100);
  expect(pages[0]).toHaveLength(journalPageRows);
});

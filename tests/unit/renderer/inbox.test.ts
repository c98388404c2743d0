import { describe, expect, test } from 'vitest';
import type { Alert } from '../../../electron/contract/alert.ts';
import { dayCountText } from '../../../electron/text/inbox.ts';
import { activeGroups } from '../../../renderer/manager/alerts/active-groups.ts';
import { historyDays } from '../../../renderer/manager/alerts/history-days.ts';
import { attentionOf, stillTrue } from '../../../renderer/manager/attention/attention.ts';
import { subUser } from '../../support/unit/alert-run.ts';

const noon = new Date(2026, 1, 4, 12).getTime();
const hourMs = 3_600_000;

function alert(id: string, at: number, facts: Alert['facts'], subUserId = 1): Alert {
  const subject = { kind: 'sub-user', id: subUserId, username: `user_${subUserId}` } as const;
  return { id, at, subject, facts, delivery: 'shown' };
}
const unusual = { rule: 'unusual-day', dayGb: 9, normalGb: 1, sinceAt: null } as const;
const disabled = { rule: 'disabled-by-vendor', usedGb: 1, limitGb: 10, listed: true } as const;

describe('alerts that are still true', () => {
  const limit = { kind: 'gb', limitGb: 10 } as const;
  const off = subUser({ id: 1, trafficGb: 1, limit, status: 'disabled' });

  test('an unusual day until it ends, and one of each rule and sub-user', () => {
    const later = alert('b', noon, unusual);
    const all = [later, alert('a', noon - hourMs, unusual), alert('c', noon, unusual, 7)];
    expect(stillTrue(all, all, [off])).toEqual([later]);
    expect(stillTrue(all, [], [off])).toEqual([]);
  });

  test('a sub-user that Oxylabs disabled, until it is enabled, and not twice at its limit', () => {
    const all = [alert('a', noon, disabled)];
    expect(stillTrue(all, all, [off])).toEqual(all);
    expect(stillTrue(all, all, [{ ...off, status: 'active' }])).toEqual([]);
    expect(stillTrue(all, all, [{ ...off, trafficGb: 10 }])).toEqual([]);
  });

  test('nothing that a figure shows, or that has passed', () => {
    const reset = alert('a', noon, { rule: 'period-reset', dateFrom: '2026-02-01' });
    const used = alert('b', noon, { rule: 'limit', threshold: 80, usedGb: 8, limitGb: 10, expectedAt: null });
    expect(stillTrue([reset, used], [reset, used], [off])).toEqual([]);
  });
});

test('a thousand of one kind are one group, and a few stand by themselves', () => {
  const limit = { kind: 'gb', limitGb: 10 } as const;
  const near = Array.from({ length: 1_000 }, (_, id) => subUser({ id: id + 10, trafficGb: 9, limit }));
  const over = [subUser({ id: 1, trafficGb: 11, limit }), subUser({ id: 2, trafficGb: 12, limit })].map(
    (each) => ({
      ...each,
      disablesAtLimit: false,
    }),
  );
  const groups = activeGroups(
    attentionOf([...near, ...over], { forecast: null, planGb: null }, { limitsGb: 0 }),
  );
  expect(groups.map(({ kind, rows }) => [kind, rows.length])).toEqual([
    [null, 2],
    ['near', 1_000],
  ]);
});

describe('the history by day', () => {
  test('is newest first, and many alerts of one reading are one entry', () => {
    const many = Array.from({ length: 21 }, (_, id) => alert(`m${id}`, noon - 24 * hourMs, unusual, id));
    const days = historyDays([alert('a', noon, unusual), alert('b', noon - hourMs, disabled), ...many]);
    expect(days.map(({ count, entries }) => [count, entries.map(({ alerts }) => alerts.length)])).toEqual([
      [2, [1, 1]],
      [21, [21]],
    ]);
    expect(historyDays([])).toEqual([]);
  });

  test('names today and yesterday', () => {
    expect(dayCountText(noon - hourMs, noon, 2, 'en')).toBe('Today · 2');
    expect(dayCountText(noon - 24 * hourMs, noon, 1_306, 'en')).toBe('Yesterday · 1,306');
    expect(dayCountText(noon - 48 * hourMs, noon, 3, 'en')).toBe('Feb 2 · 3');
  });
});

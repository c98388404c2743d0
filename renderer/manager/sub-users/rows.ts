import type { SubUserFilter, SubUserOrder, SubUserView } from '../../../electron/contract/settings.ts';
import type { SubUser } from '../../../electron/contract/sub-user.ts';
import { usedShare } from '../../../electron/contract/used-share.ts';
import { compareKeys } from '../ui/compare.ts';

const filters: Record<SubUserFilter, (subUser: SubUser) => boolean> = {
  all: () => true,
  active: ({ status }) => status === 'active',
  disabled: ({ status }) => status === 'disabled',
  'over-80': (each) => (usedShare(each.trafficGb, each.limit) ?? 0) >= 0.8,
  'over-limit-running': (each) =>
    each.status === 'active' && (usedShare(each.trafficGb, each.limit) ?? 0) >= 1,
  unlimited: ({ limit }) => limit.kind === 'unlimited',
  blocked: ({ limit }) => limit.kind === 'blocked',
};

/** Returns the view that makes sense for these sub-users: by traffic instead of by share where none has a limit. */
export function effectiveView(subUsers: readonly SubUser[], view: SubUserView): SubUserView {
  const noLimit = !subUsers.some(({ limit }) => limit.kind === 'gb');
  return view.column === 'share' && noLimit ? { ...view, column: 'traffic', direction: 'descending' } : view;
}

/**
 * Returns the rows that match the filter and the search, sorted by a column. Unknown values come last in either direction,
 * and of equal ones the most traffic first.
 */
export function rowsOf(subUsers: readonly SubUser[], view: SubUserView, search: string): SubUser[] {
  const wanted = search.trim().toLowerCase();
  const fits = filters[view.filter];
  const rows = subUsers.filter((each) => fits(each) && each.username.toLowerCase().includes(wanted));
  const sign = view.direction === 'ascending' ? 1 : -1;
  return rows
    .map((row) => ({ row, key: keyOf(row, view.column) }))
    .sort(
      (one, other) =>
        compareKeys(one.key, other.key, sign) ||
        compareKeys(one.row.trafficGb, other.row.trafficGb, -1) ||
        compareKeys(one.row.id, other.row.id, 1),
    )
    .map(({ row }) => row);
}

/** Keeps the order on the screen while the pointer is on the rows: rows only change in place, are appended, or disappear. */
export function inShownOrder(rows: readonly SubUser[], shown: readonly number[]): SubUser[] {
  const place = new Map(shown.map((id, index) => [id, index]));
  const last = shown.length;
  return [...rows].sort((one, other) => (place.get(one.id) ?? last) - (place.get(other.id) ?? last));
}

type Key = string | number | null;

function keyOf(subUser: SubUser, column: SubUserOrder): Key {
  switch (column) {
    case 'username':
      return subUser.username.toLowerCase();
    case 'traffic':
      return subUser.trafficGb;
    case 'limit':
      return limitKey(subUser);
    case 'share':
      return usedShare(subUser.trafficGb, subUser.limit);
    case 'disablesAtLimit':
      return numberOf(subUser.disablesAtLimit);
    case 'lifetime':
      return numberOf(subUser.lifetime);
    case 'created':
      return subUser.createdAt;
  }
}

/** Sorts blocked first and unlimited last. */
function limitKey({ limit }: SubUser): number | null {
  switch (limit.kind) {
    case 'blocked':
      return 0;
    case 'gb':
      return limit.limitGb;
    case 'unlimited':
      return Number.POSITIVE_INFINITY;
    case 'unknown':
      return null;
  }
}

function numberOf(flag: boolean | null): number | null {
  return flag === null ? null : Number(flag);
}

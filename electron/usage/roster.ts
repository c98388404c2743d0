import type { SubUser } from '../contract/sub-user.ts';

/** The most sub-users that are kept without being listed, the newest first. */
const mostUnlisted = 20_000;

/**
 * Returns the list as the API answered it, followed by known sub-users that are no longer in it. The API
 * lists "active" sub-users, so a disabled one may vanish; it stays until a 404 confirms that it is gone.
 */
export function mergeRoster(known: readonly SubUser[], listed: readonly SubUser[]): SubUser[] {
  const ids = new Set(listed.map(({ id }) => id));
  // Deleted and created again under its name: the name belongs to the new one.
  const names = new Set(listed.map(({ username }) => username));
  const gone = known.filter(({ id, username }) => !ids.has(id) && !names.has(username));
  const kept = gone.slice(0, mostUnlisted);
  return [...listed, ...kept.map((subUser) => ({ ...subUser, status: 'disabled' as const, listed: false }))];
}

/**
 * Returns whether two rosters hold the same sub-users, listed or not, so that an unchanged one is not
 * written.
 */
export function sameMembers(one: readonly SubUser[], other: readonly SubUser[]): boolean {
  if (one.length !== other.length) return false;
  const members = new Map(one.map(({ id, listed }) => [id, listed]));
  return other.every(({ id, listed }) => members.get(id) === listed);
}

/**
 * Returns the rows with the known object wherever a row is equal to it, and the known list itself where all
 * are. What compares by identity then sees only what changed.
 */
export function keptRows(rows: readonly SubUser[], known: readonly SubUser[]): SubUser[] {
  const byId = new Map(known.map((row) => [row.id, row]));
  const kept = rows.map((row) => {
    const before = byId.get(row.id);
    return before !== undefined && isSameRow(before, row) ? before : row;
  });
  const same = kept.length === known.length && kept.every((row, index) => row === known[index]);
  return same ? (known as SubUser[]) : kept;
}

/** Compares in place, without a copy of either row: a list has thousands and is read at each refresh. */
function isSameRow(one: SubUser, other: SubUser): boolean {
  if (one === other) return true;
  const keys = Object.keys(one) as (keyof SubUser)[];
  if (keys.length !== Object.keys(other).length) return false;
  return keys.every((key) =>
    key === 'limit' ? sameFields(one.limit, other.limit) : Object.is(one[key], other[key]),
  );
}

/** Returns whether two lists have the same items in the same order, compared by identity. */
export function sameItems(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((item, index) => Object.is(item, other[index]));
}

/** Returns whether two objects of one type have the same fields with the same values, compared by identity. */
export function sameFields<Value extends object>(one: Value, other: Value): boolean {
  const keys = Object.keys(one) as (keyof Value)[];
  return keys.length === Object.keys(other).length && keys.every((key) => Object.is(one[key], other[key]));
}

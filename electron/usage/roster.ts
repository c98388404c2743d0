import type { SubUser } from '../contract/sub-user.ts';

/**
 * The list as it was answered, and after it those that were known and are in it no more. The API lists "active"
 * sub-users, so a disabled one may vanish: it stays in view until a 404 says that it is gone.
 */
export function mergeRoster(known: readonly SubUser[], listed: readonly SubUser[]): SubUser[] {
  const ids = new Set(listed.map(({ id }) => id));
  // Deleted and made again under its name: the name belongs to the new one.
  const names = new Set(listed.map(({ username }) => username));
  const gone = known.filter(({ id, username }) => !ids.has(id) && !names.has(username));
  return [...listed, ...gone.map((subUser) => ({ ...subUser, status: 'disabled' as const, listed: false }))];
}

/** Whether two rosters name the same sub-users, listed or not: else the kept one is written anew. */
export function sameMembers(one: readonly SubUser[], other: readonly SubUser[]): boolean {
  if (one.length !== other.length) return false;
  const members = new Map(one.map(({ id, listed }) => [id, listed]));
  return other.every(({ id, listed }) => members.get(id) === listed);
}

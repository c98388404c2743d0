import type { SubUser, SubUserRows, SubUsersView } from './sub-user.ts';

/**
 * Returns the rows that turn one view into the other, comparing by identity. Returns null if rows cannot express the change
 * (another order, or no earlier list): the whole list has to be sent then.
 */
export function subUserRowsBetween(before: SubUsersView, after: SubUsersView): SubUserRows | null {
  if (before.readAt === null || after.readAt === null) return null;
  const known = new Map(before.subUsers.map((row) => [row.id, row]));
  const ids = new Set(after.subUsers.map(({ id }) => id));
  const { setAside, readAt } = after;
  const rows: SubUserRows = {
    changed: after.subUsers.filter((row) => known.get(row.id) !== row),
    removed: before.subUsers.flatMap(({ id }) => (ids.has(id) ? [] : id)),
    setAside,
    readAt,
  };
  const { subUsers } = withSubUserRows(before, rows);
  const same =
    subUsers.length === after.subUsers.length &&
    subUsers.every((row, index) => row === after.subUsers[index]);
  return same ? rows : null;
}

/** Returns the view with the changes applied. The list stays the same object if no row changed. */
export function withSubUserRows(view: SubUsersView, rows: SubUserRows): SubUsersView {
  const { changed, removed, setAside, readAt } = rows;
  if (changed.length + removed.length === 0) return { subUsers: view.subUsers, setAside, readAt };
  const news = new Map<number, SubUser>(changed.map((row) => [row.id, row]));
  const gone = new Set(removed);
  const known = new Set(view.subUsers.map(({ id }) => id));
  const stayed = view.subUsers.flatMap((row) => (gone.has(row.id) ? [] : (news.get(row.id) ?? row)));
  return { subUsers: [...stayed, ...changed.filter(({ id }) => !known.has(id))], setAside, readAt };
}

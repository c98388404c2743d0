import { useMemo } from 'react';
import { useMirror } from '../mirror.ts';

/** Returns a function from ids of sub-users to their names; null for one that is not listed. */
export function useNameOf(): (id: number) => string | null {
  const list = useMirror((mirror) => mirror.subUsers.subUsers);
  return useMemo(() => {
    const names = new Map(list.map(({ id, username }) => [id, username]));
    return (id) => names.get(id) ?? null;
  }, [list]);
}

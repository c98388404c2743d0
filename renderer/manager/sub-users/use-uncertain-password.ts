import { useState } from 'react';
import type { CommandFailure } from '../../../electron/contract/failure.ts';
import { useCommand } from '../../state/command.ts';
import { useMirror } from '../mirror.ts';
import { useLastWord } from './write-failure.tsx';

/** Sets the password of a sub-user that exists after a creation without a clear answer. */
export function useUncertainPassword(creation: CommandFailure | null) {
  const [sentAs, setSentAs] = useState<string | null>(null);
  const subUsers = useMirror((mirror) => mirror.subUsers.subUsers);
  const update = useCommand('updateSubUser');
  const known = useLastWord(creation);
  const exists = known?.kind === 'unclear-write' && known.done === 'exists';
  return {
    running: update.running,
    failure: update.failure,
    noteSent: setSentAs,
    /** Returns the id of the sub-user that the creation left under this name, or null. */
    idOf(username: string): number | null {
      if (!exists || username !== sentAs) return null;
      return subUsers.find((each) => each.username === username)?.id ?? null;
    },
    async set(id: number, password: string): Promise<boolean> {
      return (await update.run({ id, changes: { password }, seen: null })).ok;
    },
  };
}

import { useEffect, useState } from 'react';
import { bridge } from '../../state/bridge.ts';

/** Reads whose passwords are kept on this computer, again with each round; null until main answered. */
export function useKeptNames(round = 0): readonly string[] | null {
  const [usernames, setUsernames] = useState<readonly string[] | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each round has other passwords.
  useEffect(() => {
    let isOver = false;
    void bridge.command('readKeptPasswords', null).then((outcome) => {
      if (!isOver && outcome.ok) setUsernames(outcome.value.usernames);
    });
    return () => {
      isOver = true;
    };
  }, [round]);
  return usernames;
}

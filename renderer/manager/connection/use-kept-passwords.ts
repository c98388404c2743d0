import { useEffect, useState } from 'react';
import { bridge } from '../../state/bridge.ts';

/** Returns the sub-users whose passwords are kept on this computer, as they were when the component appeared. */
export function useKeptPasswords(): readonly string[] {
  const [usernames, setUsernames] = useState<readonly string[]>([]);
  useEffect(() => {
    let isOver = false;
    void bridge.command('readKeptPasswords', null).then((outcome) => {
      if (!isOver && outcome.ok) setUsernames(outcome.value.usernames);
    });
    return () => {
      isOver = true;
    };
  }, []);
  return usernames;
}

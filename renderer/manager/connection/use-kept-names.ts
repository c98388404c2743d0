import { bridge } from '../../state/bridge.ts';
import { useRead } from '../../state/use-read.ts';

/** Reads whose passwords are kept on this computer, again with each round; null until main answered. */
export function useKeptNames(round = 0): readonly string[] | null {
  return useRead(() => bridge.command('readKeptPasswords', null), round)?.usernames ?? null;
}

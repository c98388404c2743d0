import type { CommandFailure } from '../../../electron/contract/failure.ts';
import { useMirror } from '../mirror.ts';

/** Returns a failure with the last word about its write, as soon as the list shows what became of it. */
export function useLastWord(failure: CommandFailure | null): CommandFailure | null {
  const checks = useMirror((mirror) => mirror.checks);
  if (failure?.kind !== 'unclear-write' || failure.done !== 'checking') return failure;
  const done = checks.find(({ id }) => id === failure.check)?.done ?? 'checking';
  return { ...failure, done };
}

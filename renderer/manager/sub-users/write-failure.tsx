import type { CommandFailure } from '../../../electron/contract/failure.ts';
import { useMirror } from '../mirror.ts';
import { FailureBanner } from '../ui/failure-banner.tsx';

/** Shows why a write failed, and what became of one without a clear answer once the list shows it. */
export function WriteFailure({ failure }: { failure: CommandFailure | null }) {
  return <FailureBanner failure={useLastWord(failure)} />;
}

/** Returns a failure with the last word about its write, as soon as the list shows what became of it. */
export function useLastWord(failure: CommandFailure | null): CommandFailure | null {
  const checks = useMirror((mirror) => mirror.checks);
  if (failure?.kind !== 'unclear-write' || failure.done !== 'checking') return failure;
  const done = checks.find(({ id }) => id === failure.check)?.done ?? 'checking';
  return { ...failure, done };
}

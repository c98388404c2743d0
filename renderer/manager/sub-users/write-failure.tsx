import { useEffect } from 'react';
import type { CommandFailure } from '../../../electron/contract/failure.ts';
import { bridge } from '../../state/bridge.ts';
import { useMirror } from '../mirror.ts';
import { shownChecks } from '../shown-checks.ts';
import { FailureBanner } from '../ui/failure-banner.tsx';

/**
 * Shows why a write failed, and what became of one without a clear answer once the list shows it. If its form is closed
 * before, the window shows it instead.
 */
export function WriteFailure({ failure }: { failure: CommandFailure | null }) {
  const known = useLastWord(failure);
  const check = failure?.kind === 'unclear-write' ? failure.check : undefined;
  const isLast = known?.kind === 'unclear-write' && known.done !== 'checking';
  useEffect(() => {
    if (check === undefined) return;
    shownChecks.add(check);
    return () => {
      if (isLast) void bridge.command('dismissCheck', { check });
      else shownChecks.remove(check);
    };
  }, [check, isLast]);
  return <FailureBanner failure={known} />;
}

/** Returns a failure with the last word about its write, as soon as the list shows what became of it. */
export function useLastWord(failure: CommandFailure | null): CommandFailure | null {
  const checks = useMirror((mirror) => mirror.checks);
  if (failure?.kind !== 'unclear-write' || failure.done !== 'checking') return failure;
  const done = checks.find(({ id }) => id === failure.check)?.done ?? 'checking';
  return { ...failure, done };
}

import type { CommandFailure } from '../../../electron/contract/failure.ts';
import { describeFailure } from '../../../electron/text/failure.ts';
import { Message } from '../../ui/message.tsx';
import { useLastWord } from './last-word.ts';

/** Shows why a command failed, or what became of a write without a clear answer; nothing after a success. */
export function FailureBanner({ failure }: { failure: CommandFailure | null }) {
  const known = useLastWord(failure);
  return <Message tone="error" text={known === null ? null : describeFailure(known)} />;
}

import type { CommandFailure } from '../../../electron/contract/failure.ts';
import { describeFailure } from '../../../electron/text/failure.ts';
import { Message } from '../../ui/message.tsx';

/** Shows why a command failed; nothing after a success. */
export function FailureBanner({ failure }: { failure: CommandFailure | null }) {
  return <Message tone="error" text={failure === null ? null : describeFailure(failure)} />;
}

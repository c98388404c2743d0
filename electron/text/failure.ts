import type { CommandFailure, WriteCheck } from '../contract/failure.ts';
import { say } from './say.ts';

type WriteCause = Extract<CommandFailure, { kind: 'unclear-write' }>['cause'];

/** Explains a failure in one plain sentence: what happened and, where there is one, the way out. */
export function describeFailure(failure: CommandFailure): string {
  switch (failure.kind) {
    case 'rejected':
      return failure.message === null
        ? say('failure.rejected', { status: `${failure.status}` })
        : say('failure.rejectedBecause', { reason: failure.message.replace(/[.!\s]+$/, '') });
    case 'unreachable':
      return say(`failure.unreachable.${failure.reason}`);
    case 'server-fault':
      return say('failure.server-fault', { status: `${failure.status}` });
    case 'not-understood':
      return say(`failure.notUnderstood.${failure.reason}`);
    case 'invalid-input':
      return failure.problems.join(' ');
    case 'bad-username':
      return say(`failure.badUsername.${failure.reason}`);
    case 'not-saved':
      return say('failure.not-saved', { code: failure.code });
    case 'not-opened':
      return say('failure.not-opened', { address: failure.address });
    case 'too-many':
      return say('failure.too-many', { seconds: `${failure.waitSeconds}` });
    case 'changed-on-server':
      return say('failure.changed-on-server', { username: failure.now.username });
    case 'unclear-write':
      return say(`failure.write.${failure.done}`, { cause: describeCause(failure.cause) });
    case 'unknown-command':
    case 'forbidden-sender':
      return say('failure.internal');
    default:
      return say(`failure.${failure.kind}`);
  }
}

/** Explains what is known about a write without a clear answer, away from the form that it came from. */
export function writeCheckText({ username, cause, done }: WriteCheck): string {
  const what = describeFailure({ kind: 'unclear-write', cause, done });
  return username === '' ? what : say('failure.ofSubUser', { username, what });
}

/** Explains why a write has no clear answer. Unlike a reading, it is not tried again. */
function describeCause(cause: WriteCause): string {
  return cause.kind === 'rate-limited' ? say('failure.write.fewerRequests') : describeFailure(cause);
}

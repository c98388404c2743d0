import type { CommandFailure } from './failure.ts';

const writeOutcomeTexts = {
  yes: 'The list was read again: the change was made.',
  no: 'The list was read again: the change was not made.',
  unknown: 'Whether the change was made is not known. Look again before you repeat it.',
} as const;

/** One plain sentence for a person: what happened and, where there is one, the way out. */
export function describeFailure(failure: CommandFailure): string {
  switch (failure.kind) {
    case 'bad-credentials':
      return 'Wrong username or password.';
    case 'signed-out':
      return 'Oxylabs no longer accepts this sign-in. Sign in again.';
    case 'not-found':
      return 'Oxylabs does not know this account or sub-user any more.';
    case 'rejected':
      return failure.message === null
        ? `Oxylabs refused the request (${failure.status}).`
        : `Oxylabs refused: ${failure.message.replace(/[.!\s]+$/, '')}.`;
    case 'rate-limited':
      return 'Oxylabs asks for fewer requests. Trying again in a while.';
    case 'unreachable':
      return describeUnreachable(failure.reason);
    case 'timed-out':
      return 'Oxylabs did not answer in time.';
    case 'server-fault':
      return `Oxylabs has a problem of its own (${failure.status}). Nothing is wrong on this computer.`;
    case 'not-understood':
      return describeNotUnderstood(failure.reason);
    case 'cancelled':
      return 'Cancelled.';
    case 'invalid-input':
      return failure.problems.join(' ');
    case 'not-saved':
      return `The file could not be written (${failure.code}).`;
    case 'not-opened':
      return `No browser could be opened. Go to ${failure.address}`;
    case 'main-user':
      return 'This is the main user, whose credentials sign in here. It cannot be disabled or deleted.';
    case 'busy':
      return 'Another task is running. Wait for it or cancel it.';
    case 'changed-on-server':
      return `${failure.now.username} was changed on the server since this form was opened.`;
    case 'unclear-write':
      return `${describeFailure(failure.cause)} ${writeOutcomeTexts[failure.done]}`;
    case 'unknown-command':
    case 'forbidden-sender':
    case 'internal':
      return 'Something went wrong inside Oxygauge.';
  }
}

function describeUnreachable(reason: Extract<CommandFailure, { kind: 'unreachable' }>['reason']): string {
  switch (reason) {
    case 'offline':
      return 'This computer is offline.';
    case 'name-not-found':
      return 'The address of Oxylabs could not be found. Check the network or DNS.';
    case 'refused':
      return 'Oxylabs cannot be reached: the connection was refused.';
    case 'tls':
      return 'The connection is not secure: the server’s certificate was not accepted. Nothing was sent.';
    case 'proxy':
      return 'The proxy set on this computer did not let the request through.';
    case 'redirected':
      return 'Something on this network sent the request elsewhere, so it was not followed.';
    case 'connection-lost':
      return 'The connection was cut before the answer was complete.';
  }
}

function describeNotUnderstood(
  reason: Extract<CommandFailure, { kind: 'not-understood' }>['reason'],
): string {
  switch (reason) {
    case 'html':
      return 'A web page came back instead of an answer. A sign-in page of this network may be in the way.';
    case 'too-large':
      return 'The answer was too large to be right, so it was not read.';
    case 'not-json':
    case 'shape':
      return 'Oxylabs answered in a way that Oxygauge does not understand.';
  }
}

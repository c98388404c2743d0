import type { SignedOutReason } from '../contract/account.ts';
import type { ApiFailure } from '../contract/failure.ts';
import { describeFailure } from './failure.ts';
import type { NotificationText } from './notification.ts';
import { say } from './say.ts';
import { signedOutText } from './signed-out.ts';

type Cause =
  | { kind: 'signed-out'; reason: SignedOutReason }
  | { kind: 'failing'; problem: ApiFailure }
  | { kind: 'no-figure' };

/** Says that the traffic is not watched at present, why, and what to do. */
export function standstillText(cause: Cause): NotificationText {
  return { title: say('standstill.title'), body: bodyOf(cause) };
}

function bodyOf(cause: Cause): string {
  switch (cause.kind) {
    case 'signed-out':
      return signedOutText(cause.reason) ?? say('standstill.signedOut');
    case 'failing':
      return say('standstill.failing', { why: describeFailure(cause.problem) });
    case 'no-figure':
      return say('standstill.noFigure');
  }
}

export function watchingAgainText(): NotificationText {
  return { title: say('standstill.againTitle'), body: say('standstill.again') };
}

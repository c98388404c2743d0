import type { CommandFailure } from '../contract/failure.ts';
import { describeFailure } from './failure.ts';

/** Texts that both windows show about themselves. */
export const windowTexts = {
  starting: 'Starting…',
  crashed: 'Something went wrong in this window. Oxygauge is still watching your traffic.',
  loadAgain: 'Load again',
} as const;

/** Returns the message that main refused this window's data. */
export function notOpenedText(failure: CommandFailure): string {
  return `${describeFailure(failure)} Load this window again, or restart Oxygauge.`;
}

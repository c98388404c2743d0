import type { NotificationOutcome } from '../contract/notification.ts';

/** The messages about the outcome of a test notification. */
export const testOutcomes: Record<NotificationOutcome, string> = {
  shown: 'The system accepted it.',
  failed:
    'The system refused it. Turn notifications on for Oxygauge. Alerts still appear in the tray and the log.',
  unanswered: 'No response from the system. Alerts still appear in the tray and the log.',
};

export function unlistedText(id: number): string {
  return `No longer listed (${id})`;
}

export function notPercentageText(word: string, highest: number): string {
  return `${word} is not a whole percentage from 1 to ${highest}.`;
}

export function mostPercentagesText(most: number): string {
  return `Enter at most ${most} percentages.`;
}

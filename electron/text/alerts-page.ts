import type { Delivery } from '../contract/alert.ts';
import type { NotificationOutcome } from '../contract/notification.ts';
import { formatCount } from './plural.ts';

export const alertsPageTexts = {
  title: 'Alerts',
  pause: 'Pause',
  noAlerts: 'No alerts yet. Each alert is listed here with its figures, whether Oxygauge showed it or not.',
  byCalendar:
    'Oxylabs sends no date, so the calendar of this computer decides when a month begins. Check that its clock is right.',
  when: 'When',
  alert: 'Alert',
  notification: 'Notification',
} as const;

/** The names of the deliveries of an alert's notification. */
export const deliveryNames: Record<Delivery, string> = {
  pending: 'On its way',
  shown: 'Shown',
  summary: 'Shown in a summary',
  held: 'Held: paused or quiet hours',
  muted: 'Not shown: muted',
  failed: 'Not shown: the system refused',
  unanswered: 'No response from the system',
};

export function lastAlertsText(shown: number, total: number, locale: string): string {
  return `The last ${formatCount(shown, locale)} of ${formatCount(total, locale)}. Export CSV has them all.`;
}

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

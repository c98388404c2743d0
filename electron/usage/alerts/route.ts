import type { Alert } from '../../contract/alert.ts';
import type { AlertSettings } from '../../contract/alert-settings.ts';
import type { Finding } from './evaluate.ts';
import { quietUntil } from './quiet.ts';

/** More alerts than this at once become one summary. */
const mostSingle = 3;

/**
 * Returns findings as alerts for the log: muted for a muted sub-user, held while notifications are paused,
 * else to be shown.
 */
export function routed(
  findings: readonly Finding[],
  { settings, now, newId }: { settings: AlertSettings; now: number; newId: () => string },
): Alert[] {
  const muted = new Set(settings.mutedSubUserIds);
  const quiet = quietUntil(settings, now) !== null;
  return findings.map(({ subject, facts }) => {
    const isMuted = subject.kind === 'sub-user' && muted.has(subject.id);
    return { id: newId(), at: now, subject, facts, delivery: isMuted ? 'muted' : quiet ? 'held' : 'pending' };
  });
}

/**
 * Returns the notifications for alerts: one each, or one for all where there are many or `together` is set.
 */
export function grouped(alerts: readonly Alert[], together: boolean): Alert[][] {
  if (alerts.length === 0) return [];
  return alerts.length > (together ? 1 : mostSingle) ? [[...alerts]] : alerts.map((alert) => [alert]);
}

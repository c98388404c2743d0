import type { ApiCall, CallOutcome, TryView } from '../contract/activity.ts';
import { describeFailure } from './failure.ts';
import { say } from './say.ts';
import { formatNumber, formatRoughNumber } from './traffic.ts';

/** Formats how long a request took: `134 ms`, `2.5 s`. */
export function formatElapsed(ms: number, locale: string): string {
  if (ms < 1_000) return say('activity.milliseconds', { amount: formatNumber(Math.round(ms), locale) });
  return say('activity.seconds', { amount: formatRoughNumber(ms / 1_000, locale) });
}

/** Formats the size of an answer: `312 B`, `4.2 kB`, `9.1 MB`. */
export function formatBytes(bytes: number, locale: string): string {
  if (bytes < 1_000) return say('activity.bytes', { amount: formatNumber(bytes, locale) });
  return bytes < 1e6
    ? say('activity.kilobytes', { amount: formatRoughNumber(bytes / 1_000, locale) })
    : say('activity.megabytes', { amount: formatRoughNumber(bytes / 1e6, locale) });
}

/** Says what came of a request. */
export function outcomeText(outcome: CallOutcome): string {
  if (outcome === 'under-way') return say('activity.underWay');
  return outcome === 'done' ? say('activity.done') : describeFailure(outcome);
}

/** Names the status of an answer, and where none came says so. */
export function statusText(status: number | null): string {
  return status === null ? say('activity.noStatus') : `${status}`;
}

/** Describes one try of a request. */
export function tryText(view: TryView, number: number, locale: string): string {
  return say('activity.oneTry', {
    number: `${number}`,
    status: statusText(view.status),
    duration: formatElapsed(view.durationMs, locale),
    size: formatBytes(view.bytes, locale),
    result: outcomeText(view.failure ?? 'done'),
  });
}

/** Names a call of the API by what it does. */
export function callText(call: ApiCall): string {
  return say(`activity.call.${call}`);
}

const clocks = new Map<string, [Intl.DateTimeFormat, Intl.DateTimeFormat]>();

/** Formats a moment in local time to the second, with its day if that is not today: `15:30:07`, `27 Nov, 08:00:00`. */
export function formatSecond(at: number, locale: string, now = Date.now()): string {
  const time = { hour: '2-digit', minute: '2-digit', second: '2-digit' } as const;
  const [today, other] = clocks.get(locale) ?? [
    new Intl.DateTimeFormat(locale, time),
    new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', ...time }),
  ];
  clocks.set(locale, [today, other]);
  const isToday = new Date(at).toDateString() === new Date(now).toDateString();
  return (isToday ? today : other).format(at);
}

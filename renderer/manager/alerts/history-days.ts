import type { Alert } from '../../../electron/contract/alert.ts';

/** More alerts than this of one reading are one entry, since a thousand lines say less. */
const mostApart = 20;

/** Alerts of one reading, newest first, in one entry. */
export type Entry = { at: number; alerts: readonly Alert[] };
/** A local day with its entries, both newest first. */
export type HistoryDay = { at: number; count: number; entries: Entry[] };

/** Returns the history by local days. `alerts` are newest first. */
export function historyDays(alerts: readonly Alert[]): HistoryDay[] {
  const days: HistoryDay[] = [];
  for (const reading of readingsOf(alerts)) {
    const [first] = reading;
    if (first === undefined) continue;
    let day = days.at(-1);
    if (day === undefined || !isSameDay(day.at, first.at)) {
      day = { at: first.at, count: 0, entries: [] };
      days.push(day);
    }
    day.count += reading.length;
    if (reading.length > mostApart) day.entries.push({ at: first.at, alerts: reading });
    else for (const alert of reading) day.entries.push({ at: alert.at, alerts: [alert] });
  }
  return days;
}

function readingsOf(alerts: readonly Alert[]): Alert[][] {
  const readings: Alert[][] = [];
  for (const alert of alerts) {
    const last = readings.at(-1);
    if (last?.[0]?.at === alert.at) last.push(alert);
    else readings.push([alert]);
  }
  return readings;
}

function isSameDay(one: number, other: number): boolean {
  return new Date(one).toDateString() === new Date(other).toDateString();
}

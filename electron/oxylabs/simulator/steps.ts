/** One step of a series: its label as the API writes it, and its range in epoch milliseconds. */
export type Step = { label: string; fromMs: number; toMs: number };

const hourMs = 3_600_000;

/**
 * Returns the hours or days between two moments, labelled in a time zone. A day has 23 or 25 hours when the
 * clock changes.
 */
export function stepsBetween(fromMs: number, toMs: number, unit: 'hour' | 'day', timeZone: string): Step[] {
  const steps = new Map<string, Step>();
  for (let at = fromMs; at < toMs; at += hourMs) {
    const label = labelOf(at, unit, timeZone);
    const end = Math.min(at + hourMs, toMs);
    const step = steps.get(label);
    if (step === undefined) steps.set(label, { label, fromMs: at, toMs: end });
    else step.toMs = end;
  }
  return [...steps.values()];
}

/** Returns the moment that `YYYY-MM-DD` or `YYYY-MM-DD HH` names in a time zone. */
export function momentOf(text: string, timeZone: string): number {
  const utc = Date.parse(`${text.slice(0, 10)}T${text.slice(11) || '00'}:00:00Z`);
  const first = utc - offsetMs(utc, timeZone);
  return utc - offsetMs(first, timeZone);
}

function offsetMs(at: number, timeZone: string): number {
  return (
    Date.parse(`${labelOf(at, 'minute', timeZone).replace(' ', 'T')}:00Z`) - Math.floor(at / 60_000) * 60_000
  );
}

const formats = new Map<string, Intl.DateTimeFormat>();

function labelOf(at: number, unit: 'minute' | 'hour' | 'day', timeZone: string): string {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('sv-SE', {
      timeZone,
      dateStyle: 'short',
      timeStyle: 'short',
      hourCycle: 'h23',
    });
  formats.set(timeZone, format);
  const text = format.format(at);
  return text.slice(0, { minute: 16, hour: 13, day: 10 }[unit]);
}

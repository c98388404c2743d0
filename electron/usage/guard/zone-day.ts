const formats = new Map<string, Intl.DateTimeFormat>();

/** Returns the day (`YYYY-MM-DD`) and the time (`HH:MM`) of a moment in a zone, whatever the clocks there do that day. */
export function zoneTime(zone: string, at: number): { day: string; time: string } {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('sv-SE', {
      timeZone: zone,
      dateStyle: 'short',
      timeStyle: 'short',
      hourCycle: 'h23',
    });
  formats.set(zone, format);
  const [day = '', time = ''] = format.format(at).split(' ');
  return { day, time };
}

/** Returns whether a time of the day lies between two, over midnight where `to` is the earlier. The end is exclusive. */
export function isBetween(time: string, from: string, to: string): boolean {
  return from <= to ? time >= from && time < to : time >= from || time < to;
}

/** What failed, in our own words, and the error, of which never more than its kind is written. */
export type Report = (what: string, error: unknown) => void;

let sink: Report = (what, error) =>
  console.error(`oxygauge: ${what}: ${error instanceof Error ? error.name : typeof error}`);

/** From now on reports go there, as to the log once it is open. Before, to whoever started the app from a terminal. */
export function reportTo(next: Report): void {
  sink = next;
}

/** For what may fail before there is a log, or far from whoever could hand one. Never throws. */
export function report(what: string, error: unknown): void {
  try {
    sink(what, error);
  } catch {
    console.error(`oxygauge: ${what}, and the log could not be written`);
  }
}

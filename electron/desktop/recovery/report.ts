/** Reports what failed, in our own words, with an error of which only the kind is written. */
export type Report = (what: string, error: unknown) => void;

let sink: Report = (what, error) =>
  console.error(`oxygauge: ${what}: ${error instanceof Error ? error.name : typeof error}`);

/** Redirects reports to `next` (the log). Until then they go to stderr. */
export function reportTo(next: Report): void {
  sink = next;
}

/** Reports a failure before there is a log, or where none was passed in. Never throws. */
export function report(what: string, error: unknown): void {
  try {
    sink(what, error);
  } catch {
    console.error(`oxygauge: ${what}, and the log could not be written`);
  }
}

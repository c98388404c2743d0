/**
 * Holds a second, slow implementation of what README promises: an alert for each subject, threshold and period, and again
 * only after a raised limit or in a new period. It was written from README's words and shares no code with the app.
 */

/** Describes what a reading truly said about a subject, in whole MB. */
export type Truth = { subject: string; period: number; usedMb: number; limitMb: number };
/** Describes an alert as the app logged it; `period` is the true one of the reading that it came from. */
export type Given = { subject: string; period: number; threshold: number };

/** Counts what went wrong, with a description of each. `due` is the number of alerts that had to come. */
export type Verdict = { due: number; missed: string[]; repeated: string[]; untrue: string[] };

/** How often an alert was due and came, and how often it was due when the limit was last raised above the traffic. */
type Entry = { due: number; given: number; rearmedAt: number };

export class AlertLaw {
  readonly #thresholds: (subject: string) => readonly number[];
  readonly #entries = new Map<string, Entry>();
  readonly #limits = new Map<string, number>();
  readonly #repeated: string[] = [];
  readonly #untrue: string[] = [];

  constructor(thresholds: (subject: string) => readonly number[]) {
    this.#thresholds = thresholds;
  }

  /** Takes in what one refresh truly read about a subject. */
  read({ subject, period, usedMb, limitMb }: Truth): void {
    const before = this.#limits.get(subject) ?? limitMb;
    this.#limits.set(subject, limitMb);
    for (const threshold of this.#thresholds(subject)) {
      const entry = this.#entry(subject, period, threshold);
      const crossed = usedMb * 100 >= threshold * limitMb;
      if (limitMb > before && !crossed) entry.rearmedAt = entry.due;
      if (crossed && entry.due === entry.rearmedAt) entry.due += 1;
    }
  }

  /** Takes in an alert of the app. One that names a higher threshold says also that the lower ones were crossed. */
  alert({ subject, period, threshold }: Given, at: string): void {
    const named = this.#entry(subject, period, threshold);
    const text = `${subject} ${threshold} % of period ${period} at ${at}`;
    if (named.due === 0) this.#untrue.push(text);
    else if (named.given >= named.due) this.#repeated.push(text);
    for (const lower of this.#thresholds(subject)) {
      const entry = this.#entry(subject, period, lower);
      if (lower <= threshold) entry.given = entry.due;
    }
  }

  /** Takes in an alert about something that never happened. */
  invented(text: string): void {
    this.#untrue.push(text);
  }

  verdict(): Verdict {
    let sum = 0;
    const missed: string[] = [];
    for (const [key, { due, given }] of this.#entries) {
      sum += due;
      for (let count = given; count < due; count += 1) missed.push(key);
    }
    return { due: sum, missed, repeated: this.#repeated, untrue: this.#untrue };
  }

  #entry(subject: string, period: number, threshold: number): Entry {
    const key = `${subject} ${threshold} % of period ${period}`;
    const known = this.#entries.get(key);
    if (known !== undefined) return known;
    const entry = { due: 0, given: 0, rearmedAt: 0 };
    this.#entries.set(key, entry);
    return entry;
  }
}

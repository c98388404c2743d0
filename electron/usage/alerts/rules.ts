import type { AlertFacts, AlertSubject } from '../../contract/alert.ts';
import type { AlertSettings } from '../../contract/alert-settings.ts';
import { dayMs, dayOf } from '../../contract/day.ts';
import { reaches } from '../../contract/used-share.ts';
import type { DayBesideNormal, LatestDays } from '../outlook.ts';
import type { Reach } from './run-out.ts';

/** One subject as the rules see it. GB, epoch milliseconds. */
export type Subject = {
  who: AlertSubject;
  usedGb: number;
  /** Null where there is no limit to alert about. */
  limitGb: number | null;
  /** It keeps running above its limit. */
  runsOver: boolean;
  settings: AlertSettings;
  /** Today (UTC), `YYYY-MM-DD`. */
  today: string;
  /** When the limit will be reached, if known. Computed at each call. */
  reach(): Reach | null;
  /** The same, or `later` where many others are forecast in this refresh. */
  reachInTurn(): Reach | null | 'later';
  /** The latest days and a normal one; null where unknown. Computed at each call. */
  days(): LatestDays | null;
};

/** What holds now. */
export type Found = {
  /** Raises an alert, unless it is remembered already. */
  mark: string;
  /** Remembered with it, without an alert. */
  lower?: readonly string[];
  facts(): AlertFacts;
};

/** An alert rule about a subject's figures. Its marks are remembered, so that no alert repeats. */
export type Rule = {
  /** A mark is this name, or this name and a detail: `at:80`. Stored, so it may not change. */
  name: string;
  /**
   * Of the rules about the limit, the first with news raises an alert. Marks of a limit belong to a period;
   * those of a day do not.
   */
  about: 'limit' | 'day';
  /** Its only mark is its name: once that is set, the costly search is left out. */
  single?: true;
  /** Marks, without an alert, what holds for a sub-user that is disabled. */
  marksDisabled?: true;
  /** Returns what holds now, switched off or not known being nothing. */
  find(subject: Subject): Found | null;
  /** Returns the percentage of the limit that a mark is about; such a mark holds as `heldMarks` says. */
  level?(detail: string): number | null;
  /** Returns whether another earlier mark still holds; else the rule re-arms. `markedGb` is the limit at that time. */
  holds(subject: Subject, detail: string, markedGb: number | null): boolean;
};

/** A day is unusual above this multiple of a normal day. */
const unusualTimes = 3;
/** Keeps a day's mark for the longest gap that is judged, and as long as a clock may be wrong. */
const dayMarksMs = 17 * dayMs;

const overRunning: Rule = {
  name: 'over-running',
  about: 'limit',
  find({ usedGb, limitGb, runsOver }) {
    if (!runsOver || limitGb === null || !reaches(usedGb, 100, limitGb)) return null;
    return { mark: this.name, facts: () => ({ rule: 'over-limit-running', usedGb, limitGb }) };
  },
  level: () => 100,
  holds: () => false,
};

const threshold: Rule = {
  name: 'at',
  about: 'limit',
  marksDisabled: true,
  find(subject) {
    const { who, usedGb, limitGb, settings } = subject;
    if (limitGb === null) return null;
    const ofAccount = who.kind === 'account';
    const thresholds = ofAccount ? settings.budgetThresholds : settings.limitThresholds;
    const crossed = thresholds.filter((percent) => reaches(usedGb, percent, limitGb));
    const highest = crossed.at(-1);
    if (highest === undefined) return null;
    return {
      mark: `${this.name}:${highest}`,
      lower: crossed.slice(0, -1).map((percent) => `${this.name}:${percent}`),
      facts: () => ({
        rule: ofAccount ? 'budget' : 'limit',
        threshold: highest,
        usedGb,
        limitGb,
        expectedAt: settings.runOut ? (subject.reach()?.at ?? null) : null,
      }),
    };
  },
  level(detail) {
    const percent = Number(detail);
    return Number.isFinite(percent) ? percent : null;
  },
  // Its mark has no percentage, so it is unreadable.
  holds: () => false,
};

const runOut: Rule = {
  name: 'run-out',
  about: 'limit',
  single: true,
  find(subject) {
    const { usedGb, limitGb } = subject;
    const reach = limitGb === null ? null : reachInTurn(subject);
    if (limitGb === null || reach === null || reach === 'later' || !reach.runsOut || reach.at === null)
      return null;
    const { at: expectedAt, earliestAt } = reach;
    return {
      mark: this.name,
      facts: () => ({ rule: 'will-run-out', usedGb, limitGb, expectedAt, earliestAt }),
    };
  },
  holds(subject, _, markedGb) {
    if (subject.limitGb === null || markedGb === null || subject.limitGb <= markedGb) return true;
    const reach = reachInTurn(subject);
    return reach === 'later' || reach?.runsOut === true;
  },
};

/** Creates the rule about one of the latest days. A day that went on through a gap keeps the mark of its begin. */
function unusualDay(which: keyof LatestDays): Rule {
  return {
    name: 'day',
    about: 'day',
    find({ settings, days }) {
      const day = settings.unusualDay ? (days()?.[which] ?? null) : null;
      if (day === null || !isUnusual(day, settings)) return null;
      const { fromMs, dayGb, normalGb, sinceMs } = day;
      return {
        mark: `${this.name}:${dayOf(fromMs)}`,
        facts: () => ({ rule: 'unusual-day', dayGb, normalGb, sinceAt: sinceMs }),
      };
    },
    holds: ({ today }, detail) => Date.parse(detail) >= Date.parse(today) - dayMarksMs,
  };
}

function isUnusual({ dayGb, normalGb }: DayBesideNormal, { unusualLeastGb }: AlertSettings): boolean {
  return dayGb >= unusualLeastGb && dayGb > unusualTimes * normalGb && dayGb > 0;
}

/** All rules about figures, in the order in which they take precedence. */
export const rules: readonly Rule[] = [
  overRunning,
  threshold,
  runOut,
  unusualDay('today'),
  unusualDay('before'),
];

/** Returns the rule that set a mark. */
export function ruleOf(mark: string): Rule | undefined {
  const [name] = mark.split(':', 1);
  return rules.find((rule) => rule.name === name);
}

function reachInTurn(subject: Subject): Reach | null | 'later' {
  return subject.settings.runOut ? subject.reachInTurn() : null;
}

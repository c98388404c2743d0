import { z } from 'zod';
import { subUserIdSchema } from '../../contract/sub-user.ts';

/** What a subject was told: the rule with its threshold → the limit in GB at that time, null where it is about no limit. */
const marksSchema = z.record(z.string(), z.number().nullable());
export type Marks = Readonly<z.infer<typeof marksSchema>>;

const subjectMemorySchema = z.object({ period: z.string().nullable(), marks: marksSchema });
export type SubjectMemory = z.infer<typeof subjectMemorySchema>;

/** What was told to whom, so that nothing is told twice. It is kept over restarts, one for each account. */
export const alertMemorySchema = z.object({
  /** The list was read once: what was so before that is no news. */
  begun: z.boolean(),
  /** The vendor's period and when it was first seen (epoch milliseconds). */
  period: z.object({ key: z.string(), since: z.number() }).nullable(),
  account: subjectMemorySchema,
  /** By the id of the sub-user. */
  subUsers: z.record(z.string(), subjectMemorySchema),
  /** Those known to be disabled. */
  disabled: z.array(subUserIdSchema),
  /** Those that this app disabled, until the list shows it. */
  disabledHere: z.array(subUserIdSchema),
  /** The last alert in the log that is remembered here. */
  lastAlert: z.string().nullable(),
});
export type AlertMemory = z.infer<typeof alertMemorySchema>;

export const emptyAlertMemory: AlertMemory = {
  begun: false,
  period: null,
  account: { period: null, marks: {} },
  subUsers: {},
  disabled: [],
  disabledHere: [],
  lastAlert: null,
};

/** The mark of a threshold, of a rule without one, and of a day's unusual traffic (`YYYY-MM-DD`). */
export const markOf = {
  threshold: (percent: number) => `at:${percent}`,
  overRunning: 'over-running',
  runOut: 'run-out',
  day: (day: string) => `day:${day}`,
} as const;

/** What a mark is of. */
export type MarkKind =
  | { kind: 'threshold'; percent: number }
  | { kind: 'day'; day: string }
  | { kind: 'run-out' }
  | { kind: 'over-running' };

export function readMark(mark: string): MarkKind | null {
  if (mark === markOf.overRunning) return { kind: 'over-running' };
  if (mark === markOf.runOut) return { kind: 'run-out' };
  if (mark.startsWith('day:')) return { kind: 'day', day: mark.slice(4) };
  const percent = Number(mark.slice(3));
  return mark.startsWith('at:') && Number.isFinite(percent) ? { kind: 'threshold', percent } : null;
}

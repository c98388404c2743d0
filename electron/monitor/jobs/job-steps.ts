import { z } from 'zod';
import { keySchema, mostGb, nameSchema } from '../../contract/bounds.ts';
import { bulkChangeSchema, jobReasonSchema, jobResultSchema, mostAtOnce } from '../../contract/job.ts';
import { type Limit, limitSchema } from '../../contract/limit.ts';
import { subUserIdSchema } from '../../contract/sub-user.ts';

/** The most that the API may have as a limit, and the most that is added to it. */
const limitGbSchema = z
  .number()
  .min(0)
  .max(2 * mostGb)
  .nullable();

/** Describes what was ordered for one sub-user. `seen` is the limit that the user saw; `plan` is a new sub-user. */
const orderedRowSchema = z.object({
  username: nameSchema,
  id: subUserIdSchema.nullable(),
  seen: limitSchema.nullable(),
  plan: z
    .object({
      limitGb: limitGbSchema,
      lifetime: z.boolean(),
      disablesAtLimit: z.boolean(),
      /** Oxygauge made the password. The password itself is among the kept secrets. */
      generated: z.boolean(),
    })
    .nullable(),
});
export type OrderedRow = z.infer<typeof orderedRowSchema>;

/** Describes an order of a job that writes, as it is on disk before its first request. It holds no password. */
export const jobRecordSchema = z.object({
  id: keySchema,
  task: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('change'), change: bulkChangeSchema }),
    z.object({ kind: z.enum(['delete', 'create']) }),
  ]),
  rows: z.array(orderedRowSchema).max(mostAtOnce),
});
export type JobRecord = z.infer<typeof jobRecordSchema>;

/** Describes the absolute values that a request sets. */
const sentChangesSchema = z.object({
  limitGb: limitGbSchema.optional(),
  status: z.enum(['active', 'disabled']).optional(),
  disablesAtLimit: z.boolean().optional(),
});
export type SentChanges = z.infer<typeof sentChangesSchema>;

const rowSchema = z.number().int().nonnegative();

/** Lists the steps that a job writes: before each request, after each, and at its end. */
export const recordedStepSchema = z.discriminatedUnion('step', [
  z.object({
    step: z.literal('sent'),
    row: rowSchema,
    changes: sentChangesSchema.nullable(),
    before: limitSchema.nullable(),
  }),
  z.object({
    step: z.literal('ended'),
    row: rowSchema,
    id: subUserIdSchema.nullable(),
    outcome: jobResultSchema.shape.outcome,
    reason: jobReasonSchema.nullable(),
  }),
  /** A new password will be sent. */
  z.object({ step: z.literal('renewed'), row: rowSchema }),
  z.object({ step: z.literal('continued') }),
  z.object({ step: z.literal('job-ended'), state: z.enum(['ended', 'cancelled']) }),
  z.object({ step: z.literal('saved') }),
]);
export type RecordedStep = z.infer<typeof recordedStepSchema>;

type Progress =
  | { kind: 'waiting' }
  | { kind: 'sent'; changes: SentChanges | null; before: Limit | null }
  | (Pick<Extract<RecordedStep, { step: 'ended' }>, 'outcome' | 'reason'> & { kind: 'ended' });

/** Holds what is known of one sub-user of a job. */
export type JobRow = OrderedRow & {
  progress: Progress;
  /** The absolute values of the last request. */
  sent: SentChanges | null;
  /** A new password is sent, because the one of the creation is not certain. */
  renews: boolean;
};

/** Holds a job as its steps made it. */
export type JobProgress = {
  rows: JobRow[];
  /** Null while it is not over. */
  state: 'ended' | 'cancelled' | null;
  /** The user saved the results with the passwords. */
  saved: boolean;
};

export function progressOf({ rows }: JobRecord): JobProgress {
  return {
    rows: rows.map((row) => ({ ...row, progress: { kind: 'waiting' }, sent: null, renews: false })),
    state: null,
    saved: false,
  };
}

/** Applies a step in place: the same code follows a running job, and reads one from disk. */
export function applyStep(job: JobProgress, step: RecordedStep): void {
  const row = 'row' in step ? job.rows[step.row] : undefined;
  switch (step.step) {
    case 'sent':
      if (row === undefined) return;
      row.progress = { kind: 'sent', changes: step.changes, before: step.before };
      row.sent = step.changes;
      return;
    case 'ended':
      if (row === undefined) return;
      row.progress = { kind: 'ended', outcome: step.outcome, reason: step.reason };
      row.id = step.id ?? row.id;
      return;
    case 'renewed':
      if (row === undefined) return;
      row.progress = { kind: 'waiting' };
      row.renews = true;
      job.saved = false;
      return;
    case 'continued':
      job.state = null;
      // More passwords may come than the saved file has.
      job.saved = false;
      return;
    case 'job-ended':
      job.state = step.state;
      return;
    case 'saved':
      job.saved = true;
  }
}

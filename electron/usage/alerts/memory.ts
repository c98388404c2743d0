import { z } from 'zod';
import { dayTextSchema, gbSchema, keySchema, momentSchema } from '../../contract/bounds.ts';
import { subUserIdSchema } from '../../contract/sub-user.ts';

/**
 * The alerts already raised for a subject: the rule's name with its detail (`at:80`) → the limit in GB at
 * that time, or null.
 */
const marksSchema = z.record(keySchema, gbSchema.nullable());
export type Marks = Readonly<z.infer<typeof marksSchema>>;

const subjectMemorySchema = z.object({ period: dayTextSchema.nullable(), marks: marksSchema });
export type SubjectMemory = z.infer<typeof subjectMemorySchema>;

/** The alerts already raised, so that none repeats. Stored for each account, across restarts. */
export const alertMemorySchema = z.object({
  /** True once the list was read: what was so before is not news. */
  begun: z.boolean(),
  /** The period to go by, and when it began or was first seen (epoch milliseconds). Earlier versions wrote these two. */
  period: z
    .object({
      key: dayTextSchema,
      since: momentSchema,
      /** Where the period is from: the vendor's `date_from`, or the calendar where it sends none. */
      by: z.enum(['vendor', 'calendar']).default('vendor'),
      /** The period before this one, if it was seen. */
      before: dayTextSchema.nullable().default(null),
      /** Whether a list with figures of this period was read. */
      listed: z.boolean().default(true),
      /** The vendor's day, its `date_to`, in the last answer of this period. */
      today: dayTextSchema.nullable().default(null),
      /** Another period that was answered lately, and how many times in a row. */
      doubt: z
        .object({ key: dayTextSchema, since: momentSchema, answers: z.number().int().positive() })
        .nullable()
        .default(null),
    })
    .nullable(),
  account: subjectMemorySchema,
  /** By sub-user id. */
  subUsers: z.record(keySchema, subjectMemorySchema),
  /** Sub-users known to be disabled. */
  disabled: z.array(subUserIdSchema),
  /** Sub-users that Oxygauge disabled, until the list shows it. */
  disabledHere: z.array(subUserIdSchema),
  /** The last logged alert that is included here. */
  lastAlert: keySchema.nullable(),
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

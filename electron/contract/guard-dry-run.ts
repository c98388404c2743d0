import { z } from 'zod';
import { countSchema, dayTextSchema, momentSchema } from './bounds.ts';
import { subUserIdSchema } from './sub-user.ts';

/** How many days before today a dry run looks at. */
export const dryRunDays = 30;

/** Describes a day on which a sub-user would have been stopped, and in which hour: both UTC, the hour where the API has it. */
const stopSchema = z.object({ day: dayTextSchema, hour: z.number().int().min(0).max(23).nullable() });

/** Holds what a rule would have done over the last days, by the local history, which has sub-users by the day (UTC). */
export const guardDryRunSchema = z.discriminatedUnion('kind', [
  /** The days on which each sub-user would have been stopped. `unknownDays` counts the days without a reading of one of them. */
  z.object({
    kind: z.literal('stops'),
    stops: z.array(z.object({ id: subUserIdSchema, days: z.array(stopSchema).min(1) })),
    unknownDays: countSchema,
  }),
  /** The moments from which a brake would have held, one a period. */
  z.object({ kind: z.literal('brake'), at: z.array(momentSchema) }),
  /** It acts every day, whatever was used. */
  z.object({ kind: z.literal('always') }),
  /** The history cannot say it. */
  z.object({ kind: z.literal('unknown') }),
]);
export type GuardDryRun = z.infer<typeof guardDryRunSchema>;

import { z } from 'zod';
import { subUserIdSchema } from './sub-user.ts';

/** A place in the manager. `raise`: the form of a sub-user with a higher limit filled in. */
export const focusTargetSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('alerts') }),
  z.strictObject({ kind: z.literal('sub-user'), id: subUserIdSchema, what: z.enum(['usage', 'raise']) }),
]);
export type FocusTarget = z.infer<typeof focusTargetSchema>;

/** What the manager is asked to show, after a click in the popover or on a notification. Each has a number of its own. */
export const focusSchema = z.object({ nonce: z.number().int(), target: focusTargetSchema });
export type Focus = z.infer<typeof focusSchema>;

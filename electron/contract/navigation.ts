import { z } from 'zod';
import { nameSchema } from './bounds.ts';
import { subUserIdSchema } from './sub-user.ts';

/** Describes a place in the manager. `edit` opens a sub-user's form, and `raise` fills a higher limit in. */
export const placeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['alerts', 'guard', 'settings']) }),
  z.strictObject({
    kind: z.literal('sub-user'),
    id: subUserIdSchema,
    what: z.enum(['usage', 'raise', 'edit']),
  }),
]);
export type Place = z.infer<typeof placeSchema>;

/** Describes where the manager is asked to go. The command line knows no id, so it names a sub-user. */
const targetSchema = z.union([
  placeSchema,
  z.strictObject({ kind: z.literal('named'), username: nameSchema }),
]);
export type Target = z.infer<typeof targetSchema>;

/**
 * Describes what the manager should show after a click in the popover or on a notification, or by `--show`. `nonce` tells
 * two equal requests apart.
 */
export const navigationSchema = z.object({ nonce: z.number().int(), target: targetSchema });
export type Navigation = z.infer<typeof navigationSchema>;

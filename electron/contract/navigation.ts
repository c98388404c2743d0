import { z } from 'zod';
import { subUserIdSchema } from './sub-user.ts';

/** Describes a place in the manager. `edit` opens a sub-user's form, and `raise` fills a higher limit in. */
export const placeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['alerts', 'settings']) }),
  z.strictObject({
    kind: z.literal('sub-user'),
    id: subUserIdSchema,
    what: z.enum(['usage', 'raise', 'edit']),
  }),
]);
export type Place = z.infer<typeof placeSchema>;

/**
 * Describes what the manager should show after a click in the popover or on a notification. `nonce` tells two equal requests
 * apart.
 */
export const navigationSchema = z.object({ nonce: z.number().int(), target: placeSchema });
export type Navigation = z.infer<typeof navigationSchema>;

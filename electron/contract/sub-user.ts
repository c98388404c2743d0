import { z } from 'zod';
import { limitSchema } from './limit.ts';

/** An int64 in the API. Above 2^53 JSON's number would name another sub-user, so such a row is set aside. */
export const subUserIdSchema = z.number().int().positive();

/**
 * A sub-user as this app knows it. `trafficGb` is the current period's (all time for a lifetime sub-user).
 * `null` means that the API did not tell.
 */
export const subUserSchema = z.object({
  id: subUserIdSchema,
  username: z.string(),
  status: z.enum(['active', 'disabled', 'unknown']),
  /** Epoch milliseconds. */
  createdAt: z.number().nullable(),
  trafficGb: z.number().nullable(),
  limit: limitSchema,
  disablesAtLimit: z.boolean().nullable(),
  lifetime: z.boolean().nullable(),
  /** False: in the list no more. The list is documented as "active" sub-users, so it is taken for disabled. */
  listed: z.boolean(),
});
export type SubUser = z.infer<typeof subUserSchema>;

/** What a person can change of a sub-user, and so what may have changed under an open form. */
export const subUserStateSchema = subUserSchema.pick({
  status: true,
  limit: true,
  disablesAtLimit: true,
  lifetime: true,
});
export type SubUserState = z.infer<typeof subUserStateSchema>;

/** The list, with the number of rows that could not be read and were set aside. */
export const subUserListSchema = z.object({
  subUsers: z.array(subUserSchema),
  setAside: z.number().int().nonnegative(),
});
export type SubUserList = z.infer<typeof subUserListSchema>;

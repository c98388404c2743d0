import { z } from 'zod';
import { gbSchema, mostGb } from './bounds.ts';
import { isPassword } from './password.ts';

/** The vendor's rules for a sub-user's username (NewSubUser in its API). */
export const usernameRules = { pattern: /^[A-Za-z0-9_]+$/, most: 64 } as const;

/** Returns whether the vendor takes a username. */
export function isUsername(username: string): boolean {
  return usernameRules.pattern.test(username) && username.length <= usernameRules.most;
}

export const newPasswordSchema = z.string().refine(isPassword);

/** Null: unlimited. 0: blocked. Otherwise GB. */
const limitGbSchema = gbSchema.nullable();

function isLimitGb(limitGb: number | null): boolean {
  return limitGb === null || (limitGb >= 0 && limitGb <= mostGb);
}

/** Describes a new sub-user. Field names are ours; the client translates them to the API's. */
export const newSubUserSchema = z.strictObject({
  username: z.string().refine(isUsername),
  password: newPasswordSchema,
  limitGb: limitGbSchema,
  lifetime: z.boolean(),
  disablesAtLimit: z.boolean(),
});
export type NewSubUser = z.infer<typeof newSubUserSchema>;

/** Returns whether a sub-user can be created as it is. */
export function isNewSubUser({ username, password, limitGb }: NewSubUser): boolean {
  return isUsername(username) && isPassword(password) && isLimitGb(limitGb);
}

/** Describes the fields to change; the others stay. */
export const subUserChangesSchema = z
  .strictObject({
    password: newPasswordSchema.optional(),
    limitGb: limitGbSchema.optional(),
    lifetime: z.boolean().optional(),
    status: z.enum(['active', 'disabled']).optional(),
    disablesAtLimit: z.boolean().optional(),
  })
  .refine((changes) => Object.keys(changes).length > 0);
export type SubUserChanges = z.infer<typeof subUserChangesSchema>;

/** Returns whether changes can be sent as they are. */
export function areChanges(changes: SubUserChanges): boolean {
  const { password, limitGb = null } = changes;
  const isSafe = password === undefined || isPassword(password);
  return isSafe && isLimitGb(limitGb) && Object.keys(changes).length > 0;
}

import { z } from 'zod';
import { gbSchema } from './bounds.ts';
import { isPassword } from './password.ts';

/** The vendor's rules for a sub-user's username (NewSubUser in its API). */
export const usernameRules = { pattern: /^[A-Za-z0-9_]+$/, most: 64 } as const;

export const newPasswordSchema = z.string().refine(isPassword);

/** Null: unlimited. 0: blocked. Otherwise GB. */
const limitGbSchema = gbSchema.nullable();

/** Describes a new sub-user. Field names are ours; the client translates them to the API's. */
export const newSubUserSchema = z.strictObject({
  username: z.string().regex(usernameRules.pattern).max(usernameRules.most),
  password: newPasswordSchema,
  limitGb: limitGbSchema,
  lifetime: z.boolean(),
  disablesAtLimit: z.boolean(),
});
export type NewSubUser = z.infer<typeof newSubUserSchema>;

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

import { z } from 'zod';

/** The vendor's rules for a sub-user's username (NewSubUser in its API). */
export const usernameRules = { pattern: /^[A-Za-z0-9_]+$/, most: 64 } as const;

/** The vendor's rules for a password, each with the words for a person. */
export const passwordRules = [
  {
    name: 'length',
    holds: (text: string) => text.length >= 12 && text.length <= 64,
    words: '12 to 64 characters',
  },
  { name: 'lower', holds: (text: string) => /[a-z]/.test(text), words: 'a lowercase letter' },
  { name: 'upper', holds: (text: string) => /[A-Z]/.test(text), words: 'an uppercase letter' },
  { name: 'digit', holds: (text: string) => /\d/.test(text), words: 'a digit' },
  { name: 'symbol', holds: (text: string) => /[#_~+=]/.test(text), words: 'one of # _ ~ + =' },
] as const;

export const newPasswordSchema = z
  .string()
  .max(64)
  .refine((text) => passwordRules.every((rule) => rule.holds(text)), 'The password breaks a rule.');

/** Null: unlimited. 0: blocked. Else GB. */
const limitGbSchema = z.number().min(0).nullable();

/** What a sub-user is created with; field names are this app's, the client writes the API's. */
export const newSubUserSchema = z.strictObject({
  username: z.string().regex(usernameRules.pattern).max(usernameRules.most),
  password: newPasswordSchema,
  limitGb: limitGbSchema,
  lifetime: z.boolean(),
  disablesAtLimit: z.boolean(),
});
export type NewSubUser = z.infer<typeof newSubUserSchema>;

/** Only what changes. */
export const subUserChangesSchema = z
  .strictObject({
    password: newPasswordSchema.optional(),
    limitGb: limitGbSchema.optional(),
    lifetime: z.boolean().optional(),
    status: z.enum(['active', 'disabled']).optional(),
    disablesAtLimit: z.boolean().optional(),
  })
  .refine((changes) => Object.keys(changes).length > 0, 'Nothing to change.');
export type SubUserChanges = z.infer<typeof subUserChangesSchema>;

import { z } from 'zod';

/** Names an account of this profile. Unlike Oxylabs' id it is known before the first sign-in, and it is never given again. */
export const accountKeySchema = z.string().regex(/^[1-9]\d{0,5}$/);
export type AccountKey = z.infer<typeof accountKeySchema>;

/** The account whose files are in the profile's own folder, as they are where there has only been one. */
export const firstAccount: AccountKey = '1';
export const mostAccounts = 20;

export const accountColors = ['teal', 'blue', 'violet', 'pink', 'red', 'orange', 'amber', 'green'] as const;
export type AccountColor = (typeof accountColors)[number];

export const productSchema = z.enum(['residential', 'mobile']);
export type Product = z.infer<typeof productSchema>;

/** How the user labels an account. One without a name goes by its main user; Oxylabs does not report the product. */
export const accountLabelSchema = z.strictObject({
  name: z.string().trim().max(40),
  color: z.enum(accountColors),
  product: productSchema.nullable(),
});
export type AccountLabel = z.infer<typeof accountLabelSchema>;

export const accountEntrySchema = accountLabelSchema.extend({ key: accountKeySchema });
export type AccountEntry = z.infer<typeof accountEntrySchema>;

import { z } from 'zod';

/** What is kept on the disk, by the names that a person is told. */
export const keptSchema = z.enum([
  'settings',
  'sign-in',
  'sub-users',
  'history',
  'alerts',
  'alert-memory',
  'targets',
  'log',
]);
export type Kept = z.infer<typeof keptSchema>;

/** A file that was not understood as a whole when the app started. */
export const oddFileSchema = z.object({
  what: keptSchema,
  /** `unreadable`: nothing in it can be used. `values`: some of it cannot. `newer`: a later version of the app wrote it. */
  why: z.enum(['unreadable', 'values', 'newer']),
  /** The name of the copy of it, without its folder; null as long as the file itself is untouched. */
  copy: z.string().nullable(),
});
export type OddFile = z.infer<typeof oddFileSchema>;

/** What is not as it should be about the files; all is well where nothing is odd and nothing fails. */
export const storageViewSchema = z.object({
  odd: z.array(oddFileSchema),
  /** What cannot be written at present, with the system's short code (`ENOSPC`). */
  failing: z.object({ what: keptSchema, code: z.string() }).nullable(),
});
export type StorageView = z.infer<typeof storageViewSchema>;
export type WriteFailure = NonNullable<StorageView['failing']>;

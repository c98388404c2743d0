import { z } from 'zod';
import { messageSchema } from './bounds.ts';

/** Lists the kinds of files in a profile. `text/storage.ts` has their names for users. */
export const fileKindSchema = z.enum([
  'settings',
  'accounts',
  'sign-in',
  'sub-users',
  'history',
  'alerts',
  'alert-memory',
  'targets',
  'guard',
  'jobs',
  'passwords',
  'kept-passwords',
  'channels',
  'log',
]);
export type FileKind = z.infer<typeof fileKindSchema>;

/** Describes a file that could not be fully read at the start. */
export const unreadableFileSchema = z.object({
  what: fileKindSchema,
  /**
   * `unreadable`: nothing in it can be used; `values`: some of it cannot; `newer`: a later version of the app wrote it;
   * `too-large`: only its newest part was read; `stops-start`: two starts that read it did not come up.
   */
  why: z.enum(['unreadable', 'values', 'newer', 'too-large', 'stops-start']),
  /** The name of its copy, without the folder; null while the file itself is untouched. */
  copy: messageSchema.nullable(),
});
export type UnreadableFile = z.infer<typeof unreadableFileSchema>;

/** Describes problems with the files. There are none if `unreadable` is empty and `failing` is null. */
export const storageViewSchema = z.object({
  unreadable: z.array(unreadableFileSchema),
  /** What cannot be written at present, with the system's code (`ENOSPC`). */
  failing: z.object({ what: fileKindSchema, code: messageSchema }).nullable(),
});
export type StorageView = z.infer<typeof storageViewSchema>;
export type WriteFailure = NonNullable<StorageView['failing']>;

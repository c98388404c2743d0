import { z } from 'zod';
import { nameSchema } from './bounds.ts';
import { connectionChoiceSchema, firstChoice } from './connection.ts';
import { subUserIdSchema } from './sub-user.ts';

export const pageNameSchema = z.enum(['overview', 'sub-users', 'alerts', 'guard', 'connection', 'settings']);
export type PageName = z.infer<typeof pageNameSchema>;

const firstConnection = { tab: 'strings', username: '', choice: firstChoice } as const;

/** Describes where the manager was left, so that a page change and a restart lead back there. Each page has a part. */
export const managerViewSchema = z.strictObject({
  page: pageNameSchema,
  subUsers: z.strictObject({
    search: z.string().max(200),
    selectedIds: z.array(subUserIdSchema).max(100_000),
    scrollPx: z.number().min(0).max(1e9),
    /** The sub-user whose details are shown, and the row that has the focus. */
    openId: subUserIdSchema.nullable(),
    focusedId: subUserIdSchema.nullable(),
  }),
  // Profiles of the first builds have no such page.
  connection: z
    .strictObject({
      tab: z.enum(['strings', 'own-entry', 'activity', 'console']),
      /** Empty until a sub-user is chosen. */
      username: nameSchema,
      choice: connectionChoiceSchema,
    })
    .default(firstConnection),
});
export type ManagerView = z.infer<typeof managerViewSchema>;

/** What a first start shows. */
export const firstView: ManagerView = {
  page: 'overview',
  subUsers: { search: '', selectedIds: [], scrollPx: 0, openId: null, focusedId: null },
  connection: firstConnection,
};

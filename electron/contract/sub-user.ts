import { z } from 'zod';
import { gbSchema, momentSchema, nameSchema } from './bounds.ts';
import { limitSchema } from './limit.ts';

/** An int64 in the API. Above 2^53, JSON's number would name another sub-user, so such a row is set aside. */
export const subUserIdSchema = z.number().int().positive();

export function isSubUserId(id: number): boolean {
  return Number.isSafeInteger(id) && id > 0;
}

/**
 * Describes a sub-user; null means that the API did not report it. `trafficGb` is the current period's, or all-time for a
 * lifetime sub-user.
 */
export const subUserSchema = z.object({
  id: subUserIdSchema,
  username: nameSchema,
  status: z.enum(['active', 'disabled', 'unknown']),
  createdAt: momentSchema.nullable(),
  trafficGb: gbSchema.nullable(),
  limit: limitSchema,
  disablesAtLimit: z.boolean().nullable(),
  lifetime: z.boolean().nullable(),
  /** False if the list no longer has it. The API documents the list as "active" sub-users, so it counts as disabled. */
  listed: z.boolean(),
});
export type SubUser = z.infer<typeof subUserSchema>;

/** Describes what a user can edit, and so what may have changed while a form was open. */
export const subUserStateSchema = subUserSchema.pick({
  status: true,
  limit: true,
  disablesAtLimit: true,
  lifetime: true,
});
export type SubUserState = z.infer<typeof subUserStateSchema>;

/** Returns what a change is checked against. */
export function stateOf({ status, limit, disablesAtLimit, lifetime }: SubUserState): SubUserState {
  return { status, limit, disablesAtLimit, lifetime };
}

/** Holds the list, with the number of rows that were unreadable and set aside. */
export const subUserListSchema = z.object({
  subUsers: z.array(subUserSchema),
  setAside: z.number().int().nonnegative(),
});
export type SubUserList = z.infer<typeof subUserListSchema>;

/** Holds the list of sub-users as a window sees it. */
export const subUsersViewSchema = z.object({
  subUsers: z.array(subUserSchema),
  setAside: z.number().int().nonnegative(),
  readAt: momentSchema.nullable(),
});
export type SubUsersView = z.infer<typeof subUsersViewSchema>;

/**
 * Holds the changed rows of the list of sub-users. They replace the whole list, so that one edit among 12,000 sends one row.
 */
export const subUserRowsSchema = z.object({
  /** A row with a known id replaces that row. The others are appended in this order. */
  changed: z.array(subUserSchema),
  removed: z.array(subUserIdSchema),
  setAside: z.number().int().nonnegative(),
  readAt: momentSchema.nullable(),
});
export type SubUserRows = z.infer<typeof subUserRowsSchema>;

import type { ApiFailure } from './failure.ts';
import type { GuardReason } from './guard-journal.ts';

/** Lists what is worth a notification, in the order in which it is said. */
export const newsKinds = ['disabled', 'stopped', 'paused', 'failed', 'stayed', 'enabled'] as const;

/** Describes what Guard did to a sub-user, or found. `stayed`: the cap of the day before, since no computer was on. */
export type GuardNews = {
  kind: (typeof newsKinds)[number];
  id: number;
  username: string;
  why: readonly GuardReason[];
  failure: ApiFailure | null;
};

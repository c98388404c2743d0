import type { AppStore } from '../state.ts';
import { type ActivityActionParts, createActivityActions } from './activity-actions.ts';
import { type ConsoleActionParts, createConsoleActions } from './console-actions.ts';
import { type ForgottenActivity, forgetsActivity } from './forget-activity.ts';

export type ApiByHandParts = Omit<ActivityActionParts, 'activity'> &
  ConsoleActionParts & { store: AppStore; activity: ActivityActionParts['activity'] & ForgottenActivity };

/** Creates the handlers of what Oxygauge sent, and of sending a call by hand. */
export function createApiByHand(parts: ApiByHandParts) {
  forgetsActivity(parts.store, parts.activity);
  return { ...createActivityActions(parts), ...createConsoleActions(parts) };
}

import type { AccountId } from '../../contract/account.ts';
import type { Activity } from '../../oxylabs/activity.ts';
import type { AppStore } from '../state.ts';

export type ForgottenActivity = Pick<Activity, 'clear'>;

/** Forgets the recorded requests when the user signs out, and when another account signs in: they name its sub-users. */
export function forgetsActivity(store: AppStore, activity: ForgottenActivity): void {
  let last: AccountId | null = null;
  store.subscribe(({ session }, previous) => {
    if (session === previous.session) return;
    const signedOut = session.kind === 'signed-out' && session.reason === 'signed-out';
    const other = session.kind === 'signed-in' && last !== null && session.accountId !== last;
    if (signedOut || other) activity.clear();
    if (signedOut) last = null;
    else if (session.kind === 'signed-in') last = session.accountId;
  });
}

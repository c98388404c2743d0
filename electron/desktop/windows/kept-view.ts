import type { SessionView } from '../../contract/account.ts';
import { firstView, type ManagerView } from '../../contract/manager-view.ts';
import type { WindowFile } from '../../storage/window-file.ts';

type Sessions = {
  getState(): { session: SessionView };
  subscribe(listener: (state: { session: SessionView }, before: { session: SessionView }) => void): unknown;
};

/**
 * Keeps where the manager was left while a user is signed in, and erases it at the end of the session: the next account has
 * other sub-users, and to forget this one erases what was searched for.
 */
export function keptView(file: WindowFile, sessions: Sessions) {
  sessions.subscribe(({ session }, before) => {
    if (session.kind === 'signed-out' && before.session.kind === 'signed-in') file.keep({ view: null });
  });
  return {
    read: (): ManagerView => file.read().view ?? firstView,
    keep(view: ManagerView): void {
      if (sessions.getState().session.kind === 'signed-in') file.keep({ view });
    },
  };
}

import type { SessionView } from '../../contract/account.ts';
import { type AccountKey, firstAccount } from '../../contract/accounts.ts';
import { firstView, type ManagerView } from '../../contract/manager-view.ts';
import type { WindowFile } from '../../storage/window-file.ts';

type Sessions = {
  getState(): { session: SessionView };
  subscribe(listener: (state: { session: SessionView }, before: { session: SessionView }) => void): unknown;
};

/**
 * Keeps where the manager was left in an account while it is signed in, and erases it at the end of the session: another
 * account has other sub-users, and to forget this one erases what was searched for.
 */
export function keptView(file: WindowFile, key: AccountKey, sessions: Sessions) {
  const read = () => (key === firstAccount ? file.read().view : (file.read().views[key] ?? null));
  function keep(view: ManagerView | null): void {
    const { [key]: _left, ...others } = file.read().views;
    if (key === firstAccount) file.keep({ view });
    else file.keep({ views: view === null ? others : { ...others, [key]: view } });
  }
  sessions.subscribe(({ session }, before) => {
    if (session.kind === 'signed-out' && before.session.kind === 'signed-in') keep(null);
  });
  return {
    read: (): ManagerView => read() ?? firstView,
    keep(view: ManagerView): void {
      if (sessions.getState().session.kind === 'signed-in') keep(view);
    },
  };
}

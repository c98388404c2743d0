import { useEffect, useState } from 'react';
import type { SessionView } from '../../electron/contract/account.ts';
import { useMirror } from '../state/mirror.ts';
import { Notice } from '../ui/notice.tsx';
import { AccountPage } from './account-page.tsx';
import { AlertsPage } from './alerts/alerts-page.tsx';
import { OverviewPage } from './overview/overview-page.tsx';
import { SubUsersPage } from './sub-users/sub-users-page.tsx';

type PagesProps = {
  session: Extract<SessionView, { kind: 'signed-in' }>;
  prefixRemoved: boolean;
  onDismissPrefix: () => void;
};
type PageName = 'sub-users' | 'overview' | 'alerts' | 'account';

const names: Record<PageName, string> = {
  'sub-users': 'Sub-users',
  overview: 'Overview',
  alerts: 'Alerts',
  account: 'Account',
};

/** The manager's pages, for whoever is signed in. */
export function Pages({ session, prefixRemoved, onDismissPrefix }: PagesProps) {
  const [page, setPage] = useState<PageName>('sub-users');
  const focus = useMirror((mirror) => mirror.focus) ?? null;
  useEffect(() => {
    if (focus !== null) setPage(focus.target.kind === 'alerts' ? 'alerts' : 'sub-users');
  }, [focus]);
  return (
    <>
      <nav className="pages" aria-label="Pages">
        {(Object.keys(names) as PageName[]).map((name) => (
          <button
            key={name}
            type="button"
            className="page-link"
            aria-current={name === page ? 'page' : undefined}
            onClick={() => setPage(name)}
          >
            {names[name]}
          </button>
        ))}
      </nav>
      {prefixRemoved && (
        <aside className="surroundings" aria-label="About the sign-in">
          <Notice tone="plain">
            <p>
              The prefix customer- belongs to the proxy’s own login and was taken off: you are signed in as{' '}
              {session.username}.
            </p>
            <button type="button" className="button" onClick={onDismissPrefix}>
              Dismiss
            </button>
          </Notice>
        </aside>
      )}
      {page === 'sub-users' && <SubUsersPage />}
      {page === 'overview' && <OverviewPage />}
      {page === 'alerts' && <AlertsPage />}
      {page === 'account' && <AccountPage session={session} />}
    </>
  );
}

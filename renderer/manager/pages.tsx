import { useState } from 'react';
import type { SessionView } from '../../electron/contract/account.ts';
import { Notice } from '../ui/notice.tsx';
import { AccountPage } from './account-page.tsx';
import { OverviewPage } from './overview/overview-page.tsx';
import { SubUsersPage } from './sub-users/sub-users-page.tsx';

type PagesProps = {
  session: Extract<SessionView, { kind: 'signed-in' }>;
  prefixRemoved: boolean;
  onDismissPrefix: () => void;
};
type PageName = 'sub-users' | 'overview' | 'account';

const names: Record<PageName, string> = {
  'sub-users': 'Sub-users',
  overview: 'Overview',
  account: 'Account',
};

/** The manager's pages, for whoever is signed in. */
export function Pages({ session, prefixRemoved, onDismissPrefix }: PagesProps) {
  const [page, setPage] = useState<PageName>('sub-users');
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
      {page === 'account' && <AccountPage session={session} />}
    </>
  );
}

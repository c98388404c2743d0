import { useState } from 'react';
import type { SessionView } from '../../electron/contract/account.ts';
import { AccountPage } from './account-page.tsx';
import { SubUsersPage } from './sub-users/sub-users-page.tsx';

type PagesProps = { session: Extract<SessionView, { kind: 'signed-in' }>; prefixRemoved: boolean };
type PageName = 'sub-users' | 'account';

const names: Record<PageName, string> = { 'sub-users': 'Sub-users', account: 'Account' };

/** The manager's pages, for whoever is signed in. */
export function Pages({ session, prefixRemoved }: PagesProps) {
  // What was said about the sign-in stands on the account page.
  const [page, setPage] = useState<PageName>(prefixRemoved ? 'account' : 'sub-users');
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
      {page === 'sub-users' ? (
        <SubUsersPage />
      ) : (
        <AccountPage session={session} prefixRemoved={prefixRemoved} />
      )}
    </>
  );
}

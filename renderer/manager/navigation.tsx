import { useEffect } from 'react';
import type { SessionView } from '../../electron/contract/account.ts';
import { say } from '../../electron/text/say.ts';
import { bridge } from '../state/bridge.ts';
import { Banner } from '../ui/banner.tsx';
import { WantedAccounts } from './accounts/wanted-accounts.tsx';
import { AlertsPage } from './alerts/alerts-page.tsx';
import { BudgetQuestion } from './budget-question.tsx';
import { ConnectionPage } from './connection/connection-page.tsx';
import { Freshness } from './freshness.tsx';
import { GuardPage } from './guard/guard-page.tsx';
import { LoginQuestion } from './login-question.tsx';
import { useMirror } from './mirror.ts';
import { OverviewPage } from './overview/overview-page.tsx';
import { OverPage } from './palette/over-page.tsx';
import { SettingsPage } from './settings/settings-page.tsx';
import { Sidebar } from './sidebar.tsx';
import { SubUsersPage } from './sub-users/sub-users-page.tsx';
import { Surroundings } from './surroundings.tsx';
import { VersionQuestion } from './version-question.tsx';
import { usePage } from './view.ts';
import { WriteChecks } from './write-checks.tsx';

type PagesProps = {
  session: Extract<SessionView, { kind: 'signed-in' }>;
  prefixRemoved: boolean;
  onDismissPrefix: () => void;
};

/** Shows the manager's pages to a signed-in user, between the sidebar and the status line. */
export function Pages({ session, prefixRemoved, onDismissPrefix }: PagesProps) {
  const [page, setPage] = usePage();
  const navigation = useMirror((mirror) => mirror.navigation);
  useEffect(() => {
    if (navigation === null) return;
    const { target, nonce } = navigation;
    setPage(target.kind === 'sub-user' || target.kind === 'named' ? 'sub-users' : target.kind);
    if (target.kind === 'settings') void bridge.command('navigationTaken', { nonce });
  }, [navigation, setPage]);
  return (
    <div className="frame">
      <Sidebar page={page} username={session.username} onPage={setPage} />
      <div className="content">
        <Surroundings />
        <BudgetQuestion />
        <LoginQuestion next={<VersionQuestion />} />
        <WriteChecks />
        <WantedAccounts />
        {prefixRemoved && (
          <aside className="surroundings" aria-label={say('frame.aboutSignIn')}>
            <Banner tone="plain">
              <p>{say('frame.prefixRemoved', { username: session.username })}</p>
              <button type="button" className="button" onClick={onDismissPrefix}>
                {say('action.dismiss')}
              </button>
            </Banner>
          </aside>
        )}
        {page === 'overview' && <OverviewPage />}
        {page === 'sub-users' && <SubUsersPage />}
        {page === 'alerts' && <AlertsPage />}
        {page === 'guard' && <GuardPage />}
        {page === 'connection' && <ConnectionPage />}
        {page === 'settings' && <SettingsPage session={session} />}
        <Freshness />
      </div>
      <OverPage />
    </div>
  );
}

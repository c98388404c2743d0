import { Bell, LayoutDashboard, type LucideIcon, Plug, Settings, Shield, Users } from 'lucide-react';
import { useLocale } from 'react-aria-components';
import type { PageName } from '../../electron/contract/manager-view.ts';
import { say } from '../../electron/text/say.ts';
import { formatNumber } from '../../electron/text/traffic.ts';
import { GaugeIcon } from '../ui/gauge-icon.tsx';
import { AccountMenu } from './accounts/account-menu.tsx';
import { useAttention, useTrueAlerts } from './attention/use-attention.ts';
import { LeaveDemo } from './leave-demo.tsx';
import { useMirror } from './mirror.ts';
import './sidebar.css';

type SidebarProps = { page: PageName; username: string; onPage: (page: PageName) => void };

/** Leads to the pages, and shows the account and the age of its figures. Narrow windows see only the icons. */
export function Sidebar({ page, username, onPage }: SidebarProps) {
  const demo = useMirror((mirror) => mirror.environment.demo);
  const link = { page, onPage };
  return (
    <nav className="sidebar" aria-label={say('frame.pages')}>
      <div className="brand">
        <GaugeIcon className="brand-icon" />
        <span className="rail-hidden brand-name">{say('frame.name')}</span>
        {demo && (
          <span className="tag" title={say('frame.demoHint')}>
            {say('frame.demo')}
          </span>
        )}
      </div>
      <PageLink {...link} name="overview" icon={LayoutDashboard} />
      <SubUsersLink {...link} />
      <AlertsLink {...link} />
      <PageLink {...link} name="guard" icon={Shield} />
      <PageLink {...link} name="connection" icon={Plug} />
      <span className="sidebar-gap" />
      {demo && <LeaveDemo />}
      <PageLink {...link} name="settings" icon={Settings} />
      <AccountMenu username={username} />
    </nav>
  );
}

type LinkProps = Omit<SidebarProps, 'username'>;

function SubUsersLink(props: LinkProps) {
  const count = useMirror((mirror) =>
    mirror.subUsers.readAt === null ? null : mirror.subUsers.subUsers.length,
  );
  const { locale } = useLocale();
  return (
    <PageLink
      {...props}
      name="sub-users"
      icon={Users}
      description={countText('frame.subUserCount', count, locale)}
    >
      {count !== null && (
        <span className="count" aria-hidden="true">
          {formatNumber(count, locale)}
        </span>
      )}
    </PageLink>
  );
}

function AlertsLink(props: LinkProps) {
  const { locale } = useLocale();
  const count = useAttention().length + useTrueAlerts().length;
  return (
    <PageLink {...props} name="alerts" icon={Bell} description={countText('frame.alertCount', count, locale)}>
      {count > 0 && (
        <span className="count active" aria-hidden="true">
          {formatNumber(count, locale)}
        </span>
      )}
    </PageLink>
  );
}

function countText(key: 'frame.subUserCount' | 'frame.alertCount', count: number | null, locale: string) {
  return count === null || count === 0 ? undefined : say(key, { count }, locale);
}

type PageLinkProps = LinkProps & {
  name: PageName;
  icon: LucideIcon;
  /** The count in words. */
  description?: string | undefined;
  children?: React.ReactNode;
};

function PageLink({ page, onPage, name, icon: Icon, description, children }: PageLinkProps) {
  return (
    <button
      type="button"
      className="page-link"
      aria-description={description}
      aria-current={name === page ? 'page' : undefined}
      title={say(`frame.${name}`)}
      onClick={() => onPage(name)}
    >
      <Icon />
      <span className="rail-hidden">{say(`frame.${name}`)}</span>
      {children}
    </button>
  );
}

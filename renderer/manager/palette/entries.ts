import type { AccountRow } from '../../../electron/contract/account-list.ts';
import { isPaused, type PauseLength, pauseUntil } from '../../../electron/contract/alert-pause.ts';
import type { ManagerView } from '../../../electron/contract/manager-view.ts';
import type { SubUser } from '../../../electron/contract/sub-user.ts';
import { accountNameText } from '../../../electron/text/accounts.ts';
import { say } from '../../../electron/text/say.ts';
import { bridge } from '../../state/bridge.ts';
import { addAccount, showAccount } from '../accounts/show-account.ts';
import { changeAlerts } from '../alerts/change-alerts.ts';
import { request } from '../requests.ts';
import { settingLabels } from '../settings/setting-labels.ts';
import { raisedLimitGb } from '../sub-users/raised-limit.ts';
import { keepPageState, openPage } from '../view.ts';
import type { KeyName } from './keys.ts';
import { ranked } from './rank.ts';
import { showOver } from './shown.ts';

export type Entry = {
  /** Unique among the entries. */
  id: string;
  kind: 'page' | 'action' | 'setting' | 'sub-user';
  name: string;
  /** The key that does the same. */
  shortcut: KeyName | null;
  run: () => void;
};

/** As many as are seen without scrolling in the smallest window. */
const mostEntries = 8;

const pageNames = [
  'overview',
  'sub-users',
  'alerts',
  'guard',
  'connection',
  'settings',
] as const satisfies ManagerView['page'][];

/** Returns what can be chosen besides sub-users: the pages, the actions and the settings. */
export function fixedEntries(pausedUntil: number | null, accounts: readonly AccountRow[] = []): Entry[] {
  return [
    ...pageNames.map((page) => entry('page', say(`frame.${page}`), () => openPage(page))),
    ...actions(pausedUntil),
    ...(accounts.length > 1 ? accounts.map(accountEntry) : []),
    entry('action', say('accounts.add'), addAccount),
    ...settingLabels().map((label) => entry('setting', label, () => openSetting(label))),
  ];
}

function actions(pausedUntil: number | null): Entry[] {
  const pause = (length: PauseLength) => () => changeAlerts({ pausedUntil: pauseUntil(length, Date.now()) });
  return [
    entry('action', say('frame.refresh'), () => void bridge.command('refresh', null), 'refresh'),
    entry('action', say('subUsers.create'), () => askOfSubUsers({ kind: 'new' })),
    entry('action', say('subUsers.import'), () => askOfSubUsers({ kind: 'import', file: null })),
    ...(isPaused(pausedUntil, Date.now())
      ? [entry('action', say('palette.resume'), () => changeAlerts({ pausedUntil: null }))]
      : [
          entry('action', say('palette.pauseHour'), pause('hour')),
          entry('action', say('palette.pauseTomorrow'), pause('tomorrow')),
        ]),
    entry('action', say('palette.keys'), () => showOver('keys'), 'keys'),
  ];
}

/**
 * Returns the entries to show, the best first. Sub-users come with what is typed, and the best of them brings the raise of
 * its limit along; typed in words (`raise limit of eu`), it comes for each.
 */
export function entriesFor(typed: string, fixed: readonly Entry[], subUsers: readonly SubUser[]): Entry[] {
  if (typed.trim() === '') return fixed.slice(0, mostEntries);
  const raising = say('palette.raise', { name: '' }).toLowerCase();
  const raises = typed.toLowerCase().startsWith(raising);
  const name = raises ? typed.slice(raising.length) : typed;
  const named = ranked(subUsers.map(withName), name, mostEntries).map(({ subUser }) => subUser);
  if (raises) return named.flatMap(raiseEntry);
  const entries = [
    ...named.map(subUserEntry),
    ...named.slice(0, 1).flatMap(raiseEntry),
    ...ranked(fixed, typed, mostEntries),
  ];
  // Each part is ranked already; together, the best of each part come first.
  return ranked(entries, typed, mostEntries);
}

const withName = (subUser: SubUser) => ({ name: subUser.username, subUser });

function subUserEntry({ id, username }: SubUser): Entry {
  return {
    ...entry('sub-user', username, () => {
      keepPageState('subUsers', 'openId', id);
      openPage('sub-users');
    }),
    id: `sub-user-${id}`,
  };
}

function accountEntry(row: AccountRow): Entry {
  const name = say('accounts.show', { account: accountNameText(row) });
  return { ...entry('action', name, () => showAccount(row.key)), id: `account-${row.key}` };
}

function raiseEntry(subUser: SubUser): Entry[] {
  const { limit, trafficGb, username } = subUser;
  if (limit.kind !== 'gb') return [];
  const raiseToGb = raisedLimitGb(limit.limitGb, trafficGb);
  const ask = () => askOfSubUsers({ kind: 'edit', subUser, raiseToGb });
  return [entry('action', say('palette.raise', { name: username }), ask)];
}

function entry(kind: Entry['kind'], name: string, run: () => void, shortcut: KeyName | null = null): Entry {
  return { id: `${kind} ${name}`, kind, name, shortcut, run };
}

function askOfSubUsers(ask: Parameters<typeof request>[0]['ask']): void {
  openPage('sub-users');
  if (ask !== undefined) request({ ask });
}

function openSetting(label: string): void {
  openPage('settings');
  request({ setting: label });
}

import { account } from './en/account.ts';
import { accounts } from './en/accounts.ts';
import { action } from './en/action.ts';
import { activity } from './en/activity.ts';
import { alert } from './en/alert.ts';
import { apiConsole } from './en/api-console.ts';
import { appearance } from './en/appearance.ts';
import { bulk } from './en/bulk.ts';
import { channel } from './en/channel.ts';
import { channels } from './en/channels.ts';
import { charts } from './en/charts.ts';
import { connection } from './en/connection.ts';
import { connectionTest } from './en/connection-test.ts';
import { files } from './en/files.ts';
import { forms } from './en/forms.ts';
import { frame } from './en/frame.ts';
import { grid } from './en/grid.ts';
import { guard } from './en/guard.ts';
import { guardJournal } from './en/guard-journal.ts';
import { guardNews } from './en/guard-news.ts';
import { handOver } from './en/hand-over.ts';
import { csvImport } from './en/import.ts';
import { inbox } from './en/inbox.ts';
import { job } from './en/job.ts';
import { limit } from './en/limit.ts';
import { notification } from './en/notification.ts';
import { overview } from './en/overview.ts';
import { ownEntry } from './en/own-entry.ts';
import { page } from './en/page.ts';
import { palette } from './en/palette.ts';
import { panel } from './en/panel.ts';
import { period } from './en/period.ts';
import { popover } from './en/popover.ts';
import { releases } from './en/releases.ts';
import { settings } from './en/settings.ts';
import { signIn } from './en/sign-in.ts';
import { standstill } from './en/standstill.ts';
import { storage } from './en/storage.ts';
import { subUsers } from './en/sub-users.ts';
import { targets } from './en/targets.ts';
import { usage } from './en/usage.ts';
import { enStart } from './en-start.ts';

/**
 * The catalogue: every text that a user reads, by topic and name, as an ICU message: a key is `topic.name`. Those of the
 * command line are in `en-answer.ts` alone, so that no window loads them.
 */
export const en = {
  ...enStart,
  account,
  accounts,
  action,
  activity,
  alert,
  apiConsole,
  appearance,
  bulk,
  channel,
  channels,
  charts,
  connection,
  connectionTest,
  csvImport,
  files,
  forms,
  frame,
  grid,
  guard,
  guardJournal,
  guardNews,
  handOver,
  inbox,
  job,
  limit,
  notification,
  overview,
  ownEntry,
  page,
  palette,
  panel,
  period,
  popover,
  releases,
  settings,
  signIn,
  standstill,
  storage,
  subUsers,
  targets,
  usage,
} as const;

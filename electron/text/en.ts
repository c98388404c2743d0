import { alert } from './en/alert.ts';
import { appearance } from './en/appearance.ts';
import { charts } from './en/charts.ts';
import { failure } from './en/failure.ts';
import { files } from './en/files.ts';
import { forecast } from './en/forecast.ts';
import { forms } from './en/forms.ts';
import { frame } from './en/frame.ts';
import { grid } from './en/grid.ts';
import { csvImport } from './en/import.ts';
import { inbox } from './en/inbox.ts';
import { job } from './en/job.ts';
import { limit } from './en/limit.ts';
import { notification } from './en/notification.ts';
import { overview } from './en/overview.ts';
import { panel } from './en/panel.ts';
import { pause } from './en/pause.ts';
import { popover } from './en/popover.ts';
import { recovery } from './en/recovery.ts';
import { refusal } from './en/refusal.ts';
import { settings } from './en/settings.ts';
import { signIn } from './en/sign-in.ts';
import { standstill } from './en/standstill.ts';
import { storage } from './en/storage.ts';
import { time } from './en/time.ts';
import { tray } from './en/tray.ts';
import { units } from './en/units.ts';

/** The catalogue: every text that a user reads, by topic and name, as an ICU message. A key is `topic.name`. */
export const en = {
  alert,
  appearance,
  charts,
  csvImport,
  failure,
  files,
  forecast,
  forms,
  frame,
  grid,
  inbox,
  job,
  limit,
  notification,
  overview,
  panel,
  pause,
  popover,
  recovery,
  refusal,
  settings,
  signIn,
  standstill,
  storage,
  time,
  tray,
  units,
} as const;

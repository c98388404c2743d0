import { activity } from './en/activity.ts';
import { alert } from './en/alert.ts';
import { appearance } from './en/appearance.ts';
import { channel } from './en/channel.ts';
import { files } from './en/files.ts';
import { guardNews } from './en/guard-news.ts';
import { handOver } from './en/hand-over.ts';
import { job } from './en/job.ts';
import { limit } from './en/limit.ts';
import { notification } from './en/notification.ts';
import { signIn } from './en/sign-in.ts';
import { standstill } from './en/standstill.ts';
import { enStart } from './en-start.ts';
import { sayFrom } from './say.ts';

/** The topics that main says after the tray is shown. Windows have all of them: most texts are theirs alone. */
export const enMain = {
  ...enStart,
  activity,
  alert,
  appearance,
  channel,
  files,
  guardNews,
  handOver,
  job,
  limit,
  notification,
  signIn,
  standstill,
} as const;

/** Gives `say` these texts, once the tray is shown. */
export function sayInMain(): void {
  sayFrom(enMain);
}

import { accountUse } from './en/account-use.ts';
import { failure } from './en/failure.ts';
import { forecast } from './en/forecast.ts';
import { pause } from './en/pause.ts';
import { recovery } from './en/recovery.ts';
import { refusal } from './en/refusal.ts';
import { time } from './en/time.ts';
import { tray } from './en/tray.ts';
import { units } from './en/units.ts';

/** The topics of what runs before the tray is shown: that part of a start loads only these. */
export const enStart = {
  accountUse,
  failure,
  forecast,
  pause,
  recovery,
  refusal,
  time,
  tray,
  units,
} as const;

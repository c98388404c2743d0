import type { ConsoleWrite } from '../../../electron/contract/console.ts';
import { limitFromGb } from '../../../electron/contract/limit.ts';
import type { SubUser } from '../../../electron/contract/sub-user.ts';
import { limitText } from '../../../electron/text/limit.ts';
import { say } from '../../../electron/text/say.ts';
import { statusText, yesNo } from '../../../electron/text/sub-users.ts';
import { unknownText } from '../../../electron/text/traffic.ts';

type Setting = Exclude<ConsoleWrite, { call: 'deleteSubUser' }>;

/** Names each value that a call sets, with the one before it where that is known. */
export function settingLines(call: Setting, before: SubUser | null, locale: string): string[] {
  const set = call.call === 'createSubUser' ? call.subUser : call.changes;
  const limit = (limitGb: number | null) => limitText(limitFromGb(limitGb), locale, unknownText);
  const lines = [
    {
      what: say('apiConsole.status'),
      old: before && statusText(before),
      now: 'status' in set ? statusOf(set.status) : undefined,
    },
    {
      what: say('apiConsole.limit'),
      old: before && limitText(before.limit, locale, unknownText),
      now: set.limitGb === undefined ? undefined : limit(set.limitGb),
    },
    { what: say('forms.lifetime'), old: before && yesNo(before.lifetime), now: flagOf(set.lifetime) },
    {
      what: say('forms.disableAtLimit'),
      old: before && yesNo(before.disablesAtLimit),
      now: flagOf(set.disablesAtLimit),
    },
    {
      what: say('forms.password'),
      old: null,
      now: set.password === undefined ? undefined : say('apiConsole.newPassword'),
    },
  ];
  return lines.flatMap(({ what, old, now }) => {
    if (now === undefined) return [];
    return old === null
      ? say('apiConsole.setting', { what, value: now })
      : say('apiConsole.changed', { what, before: old, after: now });
  });
}

function statusOf(status: 'active' | 'disabled' | undefined): string | undefined {
  return status === undefined ? undefined : say(`subUsers.status.${status}`);
}

function flagOf(flag: boolean | undefined): string | undefined {
  return flag === undefined ? undefined : yesNo(flag);
}

import type { Status, StatusAccount } from '../contract/status.ts';
import { criticalShare, warningShare, wholePercent } from '../contract/used-share.ts';
import { say } from '../text/say.ts';
import { formatGb, formatGbBeside, formatLimitGb, unknownText } from '../text/traffic.ts';
import { type Reader, statusLines, subUserLines } from './lines.ts';

/** What a status bar shows: a few words, and lines behind them. */
export type Bar = {
  text: string;
  lines: string[];
  state: StatusAccount['state'] | 'unknown';
  /** The used share of the plan; null if it is unknown. */
  share: number | null;
};

/** The most sub-users of an account behind the words. */
const mostSubUsers = 10;

/** Returns what a bar shows of a status: the account that has used most of its plan, and lines for all. */
export function barOf(status: Status, reader: Reader): Bar {
  const [first, ...others] = status.accounts;
  if (first === undefined)
    return {
      text: say('tray.signedOut'),
      lines: statusLines(status, reader),
      state: 'signed_out',
      share: null,
    };
  const account = others.reduce((most, each) => (rankOf(each) > rankOf(most) ? each : most), first);
  const details = status.accounts.flatMap((each) => subUserLines(each, mostSubUsers, reader.locale));
  return {
    text: shortText(account, reader.locale),
    lines: [...statusLines(status, reader), ...details],
    state: account.state,
    share: shareOf(account),
  };
}

/** Returns what a bar shows where nothing is known: the reason is behind it. */
export function unknownBar(problem: string): Bar {
  return { text: unknownText, lines: [problem], state: 'unknown', share: null };
}

function rankOf(account: StatusAccount): number {
  return shareOf(account) ?? -1;
}

function shareOf({ state, used_gb, plan_gb }: StatusAccount): number | null {
  if (state === 'signed_out' || used_gb === null || plan_gb === null || plan_gb === 0) return null;
  return used_gb / plan_gb;
}

function shortText({ state, used_gb, plan_gb }: StatusAccount, locale: string): string {
  if (state === 'signed_out') return say('tray.signedOut');
  const figure = figureText(used_gb, plan_gb, locale);
  if (state === 'ok') return figure;
  return `${figure} · ${say(state === 'offline' ? 'tray.offline' : 'commandLine.outdated')}`;
}

function figureText(usedGb: number | null, planGb: number | null, locale: string): string {
  if (usedGb === null) return unknownText;
  if (planGb === null) return formatGb(usedGb, locale);
  const used = formatGbBeside(usedGb, planGb, locale);
  return say('units.of', { used, limit: formatLimitGb(planGb, locale) });
}

/** Returns one line of JSON for waybar's `custom` module with `return-type: json`. */
export function waybarText({ text, lines, state, share }: Bar): string {
  const percentage = share === null ? {} : { percentage: Math.min(100, wholePercent(share)) };
  return `${asciiJson({
    text: markup(text),
    alt: state,
    tooltip: markup(lines.join('\n')),
    class: [state, ...levelOf(share)],
    ...percentage,
  })}\n`;
}

function levelOf(share: number | null): string[] {
  if (share === null || share < warningShare) return [];
  return [share < criticalShare ? 'warning' : 'critical'];
}

/** Waybar reads its texts as Pango's markup. */
function markup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Returns a line for polybar, where `%{` would begin a command, such as one that a click runs. */
export function polybarText({ text }: Bar): string {
  return `${text.replaceAll('%{', '% {')}\n`;
}

/** Returns a menu for xbar and SwiftBar, where `|` would begin parameters, such as a command, and `--` a menu below. */
export function xbarText({ text, lines }: Bar): string {
  return [text, '---', ...lines].map(xbarLine).join('');
}

function xbarLine(line: string): string {
  if (line === '---') return '---\n';
  const plain = line.replaceAll('|', '\u00a6').replace(/^-+/, '');
  return `${plain} | emojize=false\n`;
}

/** Returns JSON that a terminal shows as it is: a name may hold characters that would steer it. */
export function asciiJson(value: unknown, indent = 0): string {
  return JSON.stringify(value, null, indent).replace(
    /[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

import { say } from './say.ts';
import { formatDayAt } from './time.ts';
import { formatGb, formatRoughNumber, formatShare } from './traffic.ts';

type OfSubUser = { subUser: { username: string }; usedGb: number; limitGb: number; share: number };
type Attention =
  | ({ kind: 'over' | 'at-limit' | 'near' } & OfSubUser)
  | { kind: 'plan-over'; forecast: { endGb: number; endsAt: number }; planGb: number }
  | { kind: 'limits-over'; limitsGb: number; planGb: number };

/** Names what needs attention: a sub-user, or a fact about the account. */
export function attentionTitle(attention: Attention): string {
  if ('subUser' in attention) return attention.subUser.username;
  return say(attention.kind === 'plan-over' ? 'overview.planOver' : 'overview.limitsOver');
}

/** Returns why something needs attention: `92% used · reaches its limit on Nov 26`. */
export function attentionText(attention: Attention, reachesAt: number | null, locale: string): string {
  if (attention.kind === 'plan-over') {
    const { forecast, planGb } = attention;
    return say('overview.planOverText', {
      end: say('units.gb', { amount: formatRoughNumber(forecast.endGb, locale) }),
      day: formatDayAt(forecast.endsAt - 1, locale),
      plan: formatGb(planGb, locale),
    });
  }
  if (attention.kind === 'limits-over') {
    const { limitsGb, planGb } = attention;
    return say('overview.limitsOverText', {
      limits: formatGb(limitsGb, locale),
      plan: formatGb(planGb, locale),
    });
  }
  const [used, limit] = [formatGb(attention.usedGb, locale), formatGb(attention.limitGb, locale)];
  const share = formatShare(attention.share, locale);
  if (attention.kind === 'over') return say('overview.overLimit', { used, limit });
  if (attention.kind === 'at-limit') return say('overview.atLimit', { used, limit });
  return reachesAt === null
    ? say('overview.nearLimit', { share, used, limit })
    : say('overview.reaches', { share, day: formatDayAt(reachesAt, locale) });
}

import type { GuardLine, GuardLineOf } from '../../contract/guard-journal.ts';
import type { GuardNews } from '../../contract/guard-news.ts';
import type { GuardMemory } from './apply-line.ts';
import { zoneTime } from './zone-day.ts';

/** A day that begins later than this was missed: the cap of the day before stayed until then. */
const latestTime = '00:30';

/**
 * Returns what lines bring of news. `memory` is as before them, where a write that ends was planned; `wasAway` says that Guard
 * did not run for a while before.
 */
export function newsOf(lines: readonly GuardLine[], memory: GuardMemory, wasAway: boolean): GuardNews[] {
  return lines.flatMap((line): GuardNews[] => {
    if (line.line === 'ended') return newsOfEnd(line, memory, wasAway);
    const isStop = line.line === 'accepted' && line.by === 'oxylabs' && line.to.status === 'disabled';
    const isPause = line.line === 'changed' && line.pauses;
    if (!isStop && !isPause) return [];
    return [{ ...about(line), kind: isStop ? 'stopped' : 'paused' }];
  });
}

function about({ id, username }: { id: number; username: string }): Omit<GuardNews, 'kind'> {
  return { id, username, why: [], failure: null };
}

function newsOfEnd(line: GuardLineOf<'ended'>, { held, rules }: GuardMemory, wasAway: boolean): GuardNews[] {
  const before = held.get(line.id);
  const pending = before?.pending;
  if (before === undefined || pending?.act !== line.act || line.outcome === 'not-sent') return [];
  const base = { ...about(line), why: pending.why };
  if (line.outcome !== 'done') return [{ ...base, kind: 'failed', failure: line.failure }];
  const { from, to, grant } = pending;
  const news: GuardNews[] = [];
  if (from.status !== to.status)
    news.push({ ...base, kind: to.status === 'disabled' ? 'disabled' : 'enabled' });
  const cap = rules.find((rule) => rule.kind === 'daily-cap' && rule.subUserIds.includes(line.id));
  const isNextDay = before.grant.cap !== null && grant.cap !== null && grant.cap.day > before.grant.cap.day;
  if (wasAway && isNextDay && cap?.kind === 'daily-cap' && zoneTime(cap.zone, line.at).time > latestTime)
    news.push({ ...base, kind: 'stayed' });
  return news;
}

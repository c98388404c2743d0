import type { ChannelAnswer, ChannelView } from '../contract/channel.ts';
import { say } from './say.ts';
import { formatAge, formatDateTime } from './time.ts';

/** The statuses by which a service says that there is no such channel any more. */
const goneStatuses: readonly number[] = [404, 410];

/** Returns what came of a message to a channel. */
export function channelAnswerText(answer: ChannelAnswer): string {
  switch (answer.kind) {
    case 'sent':
      return say('channels.answer.sent', { status: `${answer.status}` });
    case 'refused': {
      const { words } = answer;
      const status = `${answer.status}`;
      if (goneStatuses.includes(answer.status)) return say('channels.answer.gone', { status });
      return say('channels.answer.refused', { status, words });
    }
    case 'no-answer':
      return say('channels.answer.noAnswer', { reason: say(`channels.reason.${answer.reason}`) });
    case 'no-secret':
      return say('channels.answer.noSecret');
    case 'demo':
      return say('channels.answer.demo');
    case 'unknown':
      return say('channels.answer.unknown');
  }
}

/** Returns how a channel is: what was sent last, and what waits, was lost or is not clear. */
export function channelStateText(channel: ChannelView, now: number, locale: string): string {
  const { waiting, lost, unclear } = channel;
  const counts = [
    ...(waiting > 0 ? [say('channels.waiting', { count: waiting }, locale)] : []),
    ...(lost > 0 ? [say('channels.lost', { count: lost }, locale)] : []),
    ...(unclear > 0 ? [say('channels.unclear', { count: unclear }, locale)] : []),
  ];
  return [mainState(channel, now, locale), ...counts].join(' · ');
}

function mainState({ paused, failingSince, sentAt }: ChannelView, now: number, locale: string): string {
  if (paused) return say('channels.state.paused');
  if (failingSince !== null)
    return say('channels.state.failing', { time: formatDateTime(failingSince, locale) });
  return sentAt === null
    ? say('channels.state.new')
    : say('channels.state.sent', { age: formatAge(sentAt, now) });
}

import { expect, test } from 'vitest';
import type { ChannelView } from '../../../electron/contract/channel.ts';
import { channelAnswerText, channelStateText } from '../../../electron/text/channels.ts';

const now = Date.parse('2026-11-27T12:00:00Z');
const channel: ChannelView = {
  id: 'c',
  service: 'slack',
  host: 'hooks.slack.com',
  name: 'Operations',
  kinds: ['limit'],
  names: true,
  quietHours: null,
  paused: false,
  sentAt: null,
  failingSince: null,
  answer: null,
  waiting: 0,
  lost: 0,
  unclear: 0,
};
const stateOf = (part: Partial<ChannelView>) => channelStateText({ ...channel, ...part }, now, 'en-US');

test('the state of a channel is what was sent last, and what waits, was lost or is not clear', () => {
  expect(stateOf({})).toBe('Nothing sent yet');
  expect(stateOf({ sentAt: now - 120_000 })).toBe('Last sent 2 min ago');
  expect(stateOf({ paused: true, sentAt: now })).toBe('Paused');
  expect(stateOf({ failingSince: now, waiting: 2, lost: 1, unclear: 1 })).toMatch(
    /^Failing since Nov 27, 2026.* · 2 messages wait · 1 message was lost · 1 message may have arrived$/,
  );
});

test('an answer of a channel says what happened and what to do', () => {
  expect(channelAnswerText({ kind: 'sent', status: 204, words: '' })).toBe('It arrived (204).');
  expect(channelAnswerText({ kind: 'refused', status: 400, words: 'invalid_payload' })).toBe(
    'Refused (400). invalid_payload',
  );
  expect(channelAnswerText({ kind: 'refused', status: 410, words: '' })).toMatch(/^The channel is gone/);
  expect(channelAnswerText({ kind: 'no-answer', reason: 'redirected' })).toBe(
    'No answer: it points elsewhere, and Oxygauge follows no redirect.',
  );
  for (const kind of ['no-secret', 'demo', 'unknown'] as const)
    expect(channelAnswerText({ kind })).not.toBe('');
});

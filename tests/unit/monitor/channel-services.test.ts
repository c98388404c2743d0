import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ChannelAddress } from '../../../electron/contract/channel.ts';
import { type ChannelEvent, eventFor } from '../../../electron/monitor/channels/channel-event.ts';
import { messageOf } from '../../../electron/monitor/channels/message.ts';
import { requestOf } from '../../../electron/monitor/channels/services/request-of.ts';
import { sayInMain } from '../../../electron/text/en-main.ts';
import { channelChoice } from '../../support/unit/commands.ts';

sayInMain();
const now = Date.parse('2026-11-27T12:00:00Z');
const signingKey = 'a_key_of_24_characters_or_more';
const token = `12345678:${'A'.repeat(35)}`;
const addresses: ChannelAddress[] = [
  { service: 'slack', url: 'https://hooks.slack.com/services/T1/B1/abc' },
  { service: 'discord', url: 'https://discord.com/api/webhooks/1/abc?thread_id=2' },
  { service: 'teams', url: 'https://prod-1.westus.logic.azure.com/workflows/abc?sig=1' },
  { service: 'ntfy', url: 'https://ntfy.example.com/base/topic', token: 'tk_1' },
  { service: 'telegram', token, chat: '-1001' },
  { service: 'url', url: 'https://example.com/hook', signingKey },
];

function request(address: ChannelAddress, username: string, names = true, count = 1) {
  const channel = { ...channelChoice, names, id: 'c1', service: address.service, host: 'h' };
  const events = Array.from({ length: count }, (_, index): ChannelEvent => {
    const text = (name: string) => ({ title: `${name} has used 80%`, body: '8 GB of 10 GB' });
    return { id: `e${index}`, at: now, kind: 'limit', username, facts: { usedGb: 8 }, text };
  });
  const waiting = events.flatMap((event) => eventFor(channel, event) ?? []);
  const message = messageOf(waiting, { id: 'm1', at: now, account: null, locale: 'en' });
  return requestOf(address, message, now);
}
const bodyOf = (address: ChannelAddress | undefined, username: string) =>
  JSON.parse(request(address ?? { service: 'slack', url: '' }, username).body);

test('each service gets its documented shape', () => {
  const [slack, discord, teams, ntfy, telegram] = addresses.map((address) => bodyOf(address, 'crawler'));
  expect(slack).toMatchObject({
    text: 'crawler has used 80%',
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: 'crawler has used 80%', emoji: false } },
      { type: 'section', text: { type: 'plain_text', text: '8 GB of 10 GB' } },
    ],
  });
  expect(discord).toEqual({
    content: '**crawler has used 80%**\n8 GB of 10 GB',
    allowed_mentions: { parse: [] },
    flags: 4,
  });
  const { type, attachments } = teams;
  expect([type, attachments[0].contentType, attachments[0].content.type]).toEqual([
    'message',
    'application/vnd.microsoft.card.adaptive',
    'AdaptiveCard',
  ]);
  expect(attachments[0].content.body[1]).toEqual({
    type: 'RichTextBlock',
    inlines: [{ type: 'TextRun', text: '8 GB of 10 GB' }],
  });
  expect(ntfy).toEqual({ topic: 'topic', title: 'crawler has used 80%', message: '8 GB of 10 GB' });
  expect(telegram).toEqual({
    chat_id: '-1001',
    text: 'crawler has used 80%\n8 GB of 10 GB',
    link_preview_options: { is_disabled: true },
  });
  expect(addresses.map((address) => request(address, 'crawler').url)).toEqual([
    'https://hooks.slack.com/services/T1/B1/abc',
    'https://discord.com/api/webhooks/1/abc?thread_id=2&wait=true',
    'https://prod-1.westus.logic.azure.com/workflows/abc?sig=1',
    'https://ntfy.example.com/base/',
    `https://api.telegram.org/bot${token}/sendMessage`,
    'https://example.com/hook',
  ]);
});

test('a message to a URL has an id and is signed over id, time and body', () => {
  const address = addresses[5];
  if (address === undefined) throw new Error('There is none.');
  const { headers, body } = request(address, 'crawler');
  const seconds = `${now / 1_000}`;
  const signature = createHmac('sha256', signingKey).update(`m1.${seconds}.${body}`).digest('base64');
  expect(headers).toMatchObject({
    'webhook-id': 'm1',
    'webhook-timestamp': seconds,
    'webhook-signature': `v1,${signature}`,
  });
  expect(JSON.parse(body).events[0]).toMatchObject({ id: 'e0', username: 'crawler', facts: { usedGb: 8 } });
});

const hostile = fc.oneof(
  fc.constantFrom(
    '@everyone <!channel> <@U1> [a](https://evil.example) **b** `c` {{DATE(2026-01-01,SHORT)}}',
    'https://evil.example/\u202Egnp.exe',
    'evil.example\n@here',
    '/start #tag $CASH t.me/evil www.evil.example mailto:a@b.example',
  ),
  fc.string({ unit: 'binary', maxLength: 300 }),
);

/** Returns all texts of a body but those that are ours. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string')
    return /^(http:\/\/adaptivecards\.io|application\/)/.test(value) ? [] : [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

test('checklist channel-names: no name becomes a mention, markup, a link or another line in any service', () => {
  const others = addresses.filter(({ service }) => service !== 'url');
  fc.assert(
    fc.property(hostile, fc.constantFrom(...others), (name, address) => {
      const { chat_id: _chat, topic: _topic, ...shown } = bodyOf(address, name);
      for (const text of textsIn(shown)) {
        expect(text).not.toMatch(/<[!@#]|[@#$]\w|\/\w|:\/\/|[a-z]\.[a-z]|\]\(|\{\{/i);
        expect(text.replaceAll('\n', '')).not.toMatch(/\p{Cc}|[\u202A-\u202E\u2066-\u2069]|\p{Cs}/u);
        expect(text.split('\n').length).toBeLessThanOrEqual(2);
        if (address.service === 'discord') expect(text).not.toMatch(/(?<!\\)[`[\]<>~|]/);
      }
    }),
    { numRuns: 500 },
  );
});

test('checklist channel-names: a channel without names has none, in text or in figures', () => {
  for (const address of addresses) {
    const { body } = request(address, 'secret_crawler', false);
    expect(body).not.toContain('secret_crawler');
    expect(body).toContain('A sub-user');
  }
});

test('a burst is one message, within each service’s limits', () => {
  for (const address of addresses) {
    const { body } = request(address, '&'.repeat(300), true, 200);
    expect(body).toContain('200 messages from Oxygauge');
    expect(Buffer.byteLength(body)).toBeLessThan(address.service === 'url' ? 200_000 : 28_000);
  }
  const content = JSON.parse(
    request({ service: 'discord', url: 'https://discord.com/api/webhooks/1/a' }, '*'.repeat(300), true, 200)
      .body,
  ).content;
  expect(content.length).toBeLessThanOrEqual(2_000);
});

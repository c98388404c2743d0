import type { ChannelRequest, Message } from '../message.ts';
import { jsonPost } from './json-post.ts';

/**
 * Returns a message for a workflow of Microsoft Teams: an adaptive card. A RichTextBlock takes no Markdown, and without
 * `msteams.entities` a card has no mention (learn.microsoft.com, text features of adaptive cards).
 */
export function teamsRequest(url: string, { title, text }: Message): ChannelRequest {
  const lines = text === '' ? [] : text.split('\n');
  return jsonPost(url, {
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        contentUrl: null,
        content: {
          $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
          type: 'AdaptiveCard',
          version: '1.2',
          body: [block({ text: title, weight: 'Bolder' }), ...lines.map((line) => block({ text: line }))],
        },
      },
    ],
  });
}

function block(run: { text: string; weight?: 'Bolder' }) {
  return { type: 'RichTextBlock', inlines: [{ type: 'TextRun', ...run }] };
}

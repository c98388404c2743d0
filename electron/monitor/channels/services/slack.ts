import type { ChannelRequest, Message } from '../message.ts';
import { cutTo } from '../quiet-name.ts';
import { jsonPost } from './json-post.ts';

/** Slack's limits of a header and of a text object (docs.slack.dev, block kit). */
const mostTitle = 150;
const mostText = 3_000;

/**
 * Returns a message for an incoming webhook of Slack. Its blocks are plain text, in which Slack reads no markup, link or
 * mention; `text`, which notifications show, is escaped by Slack's rule for `&`, `<` and `>`.
 */
export function slackRequest(url: string, { title, text }: Message): ChannelRequest {
  const plain = (words: string, most: number) => ({
    type: 'plain_text',
    text: escaped(cutTo(words, most)),
    emoji: false,
  });
  const blocks = [
    { type: 'header', text: plain(title, mostTitle) },
    ...(text === '' ? [] : [{ type: 'section', text: plain(text, mostText) }]),
  ];
  return jsonPost(url, {
    text: escaped(title),
    mrkdwn: false,
    unfurl_links: false,
    unfurl_media: false,
    blocks,
  });
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

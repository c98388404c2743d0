import { writeSync } from 'node:fs';
import type { Channel } from '../../../electron/contract/channel.ts';
import { ChannelQueue } from '../../../electron/monitor/channels/channel-queue.ts';
import { ChannelSender } from '../../../electron/monitor/channels/channel-sender.ts';
import { Secret } from '../../../electron/oxylabs/secret.ts';
import { sayInMain } from '../../../electron/text/en-main.ts';
import { openFiles } from './storage.ts';

/**
 * Runs the real queue and sender on a profile until it is killed, and prints the number of each event once it is on the disk.
 * With `last`, it adds none, and prints what is left once nothing waits.
 */
const [, , profile = '', url = '', first = '1', last] = process.argv;
/** A pause of a minute is a second. */
const timesAsFast = 60;
const everyMs = 4;
const channel: Channel = {
  ...{ id: 'c1', name: 'Team', service: 'url', host: '127.0.0.1' },
  ...{ kinds: ['limit'], names: true, paused: false, quietHours: null },
};

sayInMain();
const clock = {
  now: () => Date.now() * timesAsFast,
  after(delayMs: number, run: () => void) {
    const timer = setTimeout(run, delayMs / timesAsFast);
    return () => clearTimeout(timer);
  },
};
const queue = new ChannelQueue(openFiles(profile).channelEvents, 'a.jsonl', clock.now);
let ids = 0;
const sender = new ChannelSender({
  clock,
  queue,
  channels: () => [channel],
  recall: async () => ({
    kind: 'found',
    secret: new Secret(JSON.stringify({ service: 'url', url, signingKey: 'a_key_of_24_characters_or_more' })),
  }),
  fetch: globalThis.fetch,
  newId: () => {
    ids += 1;
    return `m${process.pid}-${ids}`;
  },
  notify: async () => 'shown',
  showManager() {},
  isOn: () => true,
  locale: () => 'en',
  account: () => null,
  onChange() {},
});
writeSync(1, 'begun\n');
sender.look();
if (last === undefined) add(Number(first));
else printOnceEmpty();

function add(number: number): void {
  const at = clock.now();
  const event = {
    id: `e${number}`,
    at,
    kind: 'limit' as const,
    title: '',
    text: '',
    username: null,
    facts: {},
  };
  queue.write({ line: 'event', channel: 'c1', at, event });
  writeSync(1, `${number}\n`);
  sender.look();
  setTimeout(() => add(number + 1), everyMs);
}

function printOnceEmpty(): void {
  const { waiting = [], lost = 0, unclear = 0 } = queue.state('c1') ?? {};
  if (waiting.length > 0) setTimeout(printOnceEmpty, 20);
  else {
    writeSync(1, `${JSON.stringify({ lost, unclear })}\n`);
    sender.stop();
  }
}

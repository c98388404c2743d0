import type { ChannelAddress } from '../../../contract/channel.ts';
import type { ChannelRequest, Message } from '../message.ts';
import { discordRequest } from './discord.ts';
import { ntfyRequest } from './ntfy.ts';
import { slackRequest } from './slack.ts';
import { teamsRequest } from './teams.ts';
import { telegramRequest } from './telegram.ts';
import { urlRequest } from './url.ts';

/** Returns the request that brings a message to a channel. */
export function requestOf(address: ChannelAddress, message: Message, now: number): ChannelRequest {
  switch (address.service) {
    case 'slack':
      return slackRequest(address.url, message);
    case 'discord':
      return discordRequest(address.url, message);
    case 'teams':
      return teamsRequest(address.url, message);
    case 'ntfy':
      return ntfyRequest(address.url, address.token, message);
    case 'telegram':
      return telegramRequest(address.token, address.chat, message);
    case 'url':
      return urlRequest(address.url, address.signingKey, message, now);
  }
}

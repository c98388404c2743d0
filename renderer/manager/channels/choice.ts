import type { ChannelChoice } from '../../../electron/contract/channel.ts';

/** Returns what the user chose for a channel, apart from the rest of it. */
export function choiceOf({ name, kinds, names, quietHours, paused }: ChannelChoice): ChannelChoice {
  return { name, kinds, names, quietHours, paused };
}

/** Returns whether a choice can be kept. */
export function isChoice({ name, kinds }: ChannelChoice): boolean {
  return name.trim() !== '' && kinds.length > 0;
}

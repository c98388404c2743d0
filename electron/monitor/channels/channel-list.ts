import { z } from 'zod';
import type { AccountId } from '../../contract/account.ts';
import { type Channel, channelSchema, mostChannels } from '../../contract/channel.ts';
import type { JsonFiles } from '../../storage/files.ts';

const listSchema = z.object({ channels: z.array(z.unknown()) });

/** Keeps which channels an account has. One that cannot be read is left out. */
export function openChannelList(files: JsonFiles, accountId: AccountId) {
  const name = `${accountId}.json`;
  let channels: readonly Channel[] = readList(files.read(name));
  return {
    all: () => channels,
    set(next: readonly Channel[]): void {
      channels = next;
      files.write(name, { channels });
    },
  };
}

function readList(stored: unknown): Channel[] {
  const read = listSchema.safeParse(stored).data?.channels ?? [];
  return read.flatMap((each) => channelSchema.safeParse(each).data ?? []).slice(0, mostChannels);
}

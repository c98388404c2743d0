import { parseJson } from '../../oxylabs/answer.ts';
import type { LinesFiles } from '../../storage/files.ts';
import { type ChannelLine, type ChannelState, channelLineSchema, stateAfter } from './channel-lines.ts';

/** The file is shortened once it has this many more lines than channels. */
const mostLines = 1_000;

/** Holds what waits for the channels of an account, on disk before and after each try. */
export class ChannelQueue {
  readonly #files: LinesFiles;
  readonly #name: string;
  readonly #states = new Map<string, ChannelState>();
  readonly #now: () => number;
  #lines = 0;

  constructor(files: LinesFiles, name: string, now: () => number) {
    this.#files = files;
    this.#name = name;
    this.#now = now;
    for (const text of files.read(name)) {
      const line = channelLineSchema.safeParse(parseJson(text)).data;
      if (line !== undefined) this.take([line]);
    }
  }

  state(channel: string): ChannelState | undefined {
    return this.#states.get(channel);
  }

  /** Applies lines that are in the file already. */
  take(lines: readonly ChannelLine[]): void {
    this.#lines += lines.length;
    for (const line of lines)
      this.#states.set(line.channel, stateAfter(this.#states.get(line.channel), line));
  }

  write(line: ChannelLine): void {
    this.#files.append(this.#name, [JSON.stringify(line)]);
    this.take([line]);
    if (this.#lines > mostLines + this.#states.size) this.#shorten();
  }

  /** Forgets the channels that are no longer there, with their events. */
  keepOnly(channels: readonly string[]): void {
    const gone = [...this.#states.keys()].filter((channel) => !channels.includes(channel));
    for (const channel of gone) this.#states.delete(channel);
    if (gone.length > 0) this.#shorten();
  }

  #shorten(): void {
    const at = this.#now();
    const lines = [...this.#states].map(([channel, state]) =>
      JSON.stringify({ line: 'state', channel, at, state } satisfies ChannelLine),
    );
    this.#lines = lines.length;
    this.#files.replace(this.#name, lines);
  }
}

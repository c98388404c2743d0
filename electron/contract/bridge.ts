import type { CommandInput, CommandName, CommandOutcome } from './commands.ts';
import type { SentChange } from './snapshot.ts';

/** Names the two channels of the bridge. */
export const channels = { command: 'oxygauge:command', change: 'oxygauge:change' } as const;

/** Describes what the preload script exposes as `window.oxygauge`. */
export type Bridge = {
  command<Name extends CommandName>(name: Name, input: CommandInput<Name>): Promise<CommandOutcome<Name>>;
  /** Calls the listener with every change that main sends, and returns a function that unsubscribes it. */
  onChange(listener: (change: SentChange) => void): () => void;
};

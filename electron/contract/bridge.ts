import type { CommandInput, CommandName, CommandOutcome } from './commands.ts';
import type { SnapshotChange } from './snapshot.ts';

/** The two channels of the bridge. */
export const channels = { command: 'oxygauge:command', change: 'oxygauge:change' } as const;

/** What the preload puts on `window.oxygauge`. */
export type Bridge = {
  command<Name extends CommandName>(name: Name, input: CommandInput<Name>): Promise<CommandOutcome<Name>>;
  /** Calls back with every change that main sends; answers with the way to stop. */
  onChange(listener: (change: SnapshotChange) => void): () => void;
};

import { ipcMain, type WebContents, type WebFrameMain } from 'electron';
import { channels } from '../../contract/bridge.ts';
import type { CommandHandlers, CommandName, CommandOutcome, commands } from '../../contract/commands.ts';
import { type CommandFailure, failed, succeeded } from '../../contract/failure.ts';
import { sentChange } from '../../contract/sent-change.ts';
import { pickChange, pickSlices } from '../../contract/slices.ts';
import type { SliceName, Snapshot, SnapshotChange } from '../../contract/snapshot.ts';
import { appOrigin } from './app-scheme.ts';
import type { CommandLimits } from './command-limits.ts';

/** Supplies changes; the monitor room implements it. */
export type ChangeSource = {
  current(): { revision: number; slices: Snapshot };
  subscribe(listener: (change: SnapshotChange) => void): () => void;
  /** Resolves once all changes so far were sent. */
  published(): Promise<void>;
};

type WindowCommands = CommandHandlers<WebContents>;
export type ServedCommands = Omit<WindowCommands, 'subscribe'>;

/** Opens the boundary: commands in, checked for sender, shape and number; changes out, to the windows that subscribe to them. */
export function serveWindows(
  source: ChangeSource,
  served: ServedCommands,
  report: (what: string, error: unknown) => void,
  limits: CommandLimits,
): void {
  const subscribed = new Map<WebContents, readonly SliceName[]>();
  const handlers: WindowCommands = {
    ...served,
    async subscribe({ slices }, sender) {
      if (!subscribed.has(sender)) {
        const forget = () => subscribed.delete(sender);
        sender.once('destroyed', forget);
        // The page that replaces it subscribes again. Until then there is no receiver.
        sender.once('render-process-gone', forget);
      }
      subscribed.set(sender, slices);
      const { revision, slices: all } = source.current();
      return succeeded(sentChange({ revision, slices: pickSlices(all, slices) }));
    },
  };

  source.subscribe((change) => {
    for (const [contents, names] of subscribed) {
      const mine = pickChange(change, names);
      if (mine !== null && !contents.isDestroyed()) contents.send(channels.change, sentChange(mine));
    }
  });

  ipcMain.handle(channels.command, async (event, name: unknown, input: unknown) => {
    if (!isOurFrame(event.senderFrame, event.sender))
      return failed<CommandFailure>({ kind: 'forbidden-sender' });
    try {
      // Most starts have no window, so no start waits for these schemas.
      const { commands, readInput } = await import('../../contract/commands.ts');
      if (!isCommandName(name, commands)) return failed<CommandFailure>({ kind: 'unknown-command' });
      const parsed = readInput(name, input);
      if (!parsed.ok) return parsed;
      const outcome = await run(handlers, name, parsed.value, event.sender, limits);
      // The change arrives before the command's answer, so that a form which closes shows the new value.
      if (name !== 'subscribe') await source.published();
      return outcome;
    } catch (error) {
      // Thrown further, the error would reach the page with its message.
      report(`command ${String(name)}`, error);
      return failed<CommandFailure>({ kind: 'internal' });
    }
  });
}

async function run<Name extends CommandName>(
  handlers: WindowCommands,
  name: Name,
  input: unknown,
  sender: WebContents,
  limits: CommandLimits,
): Promise<CommandOutcome<Name>> {
  const waitSeconds = limits.take(name);
  if (waitSeconds > 0) return failed({ kind: 'too-many', waitSeconds });
  const handler = handlers[name] as (input: unknown, sender: WebContents) => Promise<CommandOutcome<Name>>;
  const outcome = await handler(input, sender);
  if (outcome.ok) limits.succeeded(name);
  return outcome;
}

function isCommandName(name: unknown, known: typeof commands): name is CommandName {
  return typeof name === 'string' && Object.hasOwn(known, name);
}

/** Accepts only the top frame of one of our pages. A frame that is gone has no origin. */
function isOurFrame(frame: WebFrameMain | null, sender: WebContents): boolean {
  return frame !== null && frame === sender.mainFrame && frame.origin === appOrigin;
}

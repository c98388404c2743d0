import { ipcMain, type WebContents, type WebFrameMain } from 'electron';
import { channels } from '../contract/bridge.ts';
import {
  type CommandHandlers,
  type CommandName,
  type CommandOutcome,
  commands,
} from '../contract/commands.ts';
import { type CommandFailure, failed, succeeded } from '../contract/failure.ts';
import { pickSlices, type SliceName, type Snapshot, type SnapshotChange } from '../contract/snapshot.ts';
import { appOrigin } from './app-scheme.ts';

/** Where changes come from; the monitor room gives it. */
export type ChangeSource = {
  current(): { revision: number; slices: Snapshot };
  subscribe(listener: (change: SnapshotChange) => void): () => void;
};

type WindowCommands = CommandHandlers<WebContents>;
export type ServedCommands = Omit<WindowCommands, 'watch'>;

/** Opens the boundary: commands in, checked for sender and shape; changes out, to the windows that watch them. */
export function serveWindows(
  source: ChangeSource,
  served: ServedCommands,
  report: (what: string, error: unknown) => void,
): void {
  const watched = new Map<WebContents, readonly SliceName[]>();
  const handlers: WindowCommands = {
    ...served,
    async watch({ slices }, sender) {
      if (!watched.has(sender)) {
        const forget = () => watched.delete(sender);
        sender.once('destroyed', forget);
        // The page that comes after it asks anew; until then there is nobody to tell.
        sender.once('render-process-gone', forget);
      }
      watched.set(sender, slices);
      const { revision, slices: all } = source.current();
      return succeeded({ revision, slices: pickSlices(all, slices) });
    },
  };

  source.subscribe(({ revision, slices }) => {
    for (const [contents, names] of watched) {
      const mine = pickSlices(slices, names);
      if (Object.keys(mine).length > 0 && !contents.isDestroyed()) {
        contents.send(channels.change, { revision, slices: mine } satisfies SnapshotChange);
      }
    }
  });

  ipcMain.handle(channels.command, async (event, name: unknown, input: unknown) => {
    if (!isOurFrame(event.senderFrame, event.sender))
      return failed<CommandFailure>({ kind: 'forbidden-sender' });
    if (!isCommandName(name)) return failed<CommandFailure>({ kind: 'unknown-command' });
    try {
      return await run(handlers, name, input, event.sender);
    } catch (error) {
      // An error thrown here would reach the page with its message.
      report(`command ${name}`, error);
      return failed<CommandFailure>({ kind: 'internal' });
    }
  });
}

async function run<Name extends CommandName>(
  handlers: WindowCommands,
  name: Name,
  input: unknown,
  sender: WebContents,
): Promise<CommandOutcome<Name>> {
  const parsed = commands[name].input.safeParse(input);
  if (!parsed.success) {
    // The path of a problem, never the value: it may be a password.
    const problems = parsed.error.issues
      .slice(0, 5)
      .map(({ path, code }) => `${path.join('.') || name}: ${code}.`);
    return failed({ kind: 'invalid-input', problems });
  }
  const handler = handlers[name] as (input: unknown, sender: WebContents) => Promise<CommandOutcome<Name>>;
  return handler(parsed.data, sender);
}

function isCommandName(name: unknown): name is CommandName {
  return typeof name === 'string' && Object.hasOwn(commands, name);
}

/** Only the top frame of a page of ours. A frame that is gone has no origin and no say. */
function isOurFrame(frame: WebFrameMain | null, sender: WebContents): boolean {
  return frame !== null && frame === sender.mainFrame && frame.origin === appOrigin;
}

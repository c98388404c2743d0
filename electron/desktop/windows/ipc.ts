import { ipcMain, type WebContents, type WebFrameMain } from 'electron';
import type { AccountKey } from '../../contract/accounts.ts';
import { channels } from '../../contract/bridge.ts';
import type { CommandHandlers, CommandName, CommandOutcome, commands } from '../../contract/commands.ts';
import { type CommandFailure, failed, type Outcome, succeeded } from '../../contract/failure.ts';
import { sentChange } from '../../contract/sent-change.ts';
import { pickChange, pickSlices } from '../../contract/slices.ts';
import type { SentChange, SliceName, Snapshot, SnapshotChange } from '../../contract/snapshot.ts';
import { appOrigin } from './app-scheme.ts';
import type { CommandLimits } from './command-limits.ts';

type WindowCommands = CommandHandlers<WebContents>;
export type ServedCommands = Omit<WindowCommands, 'subscribe'>;

/** What windows that show one account are served with. */
export type ServedAccount = {
  commands: ServedCommands;
  current(): { revision: number; slices: Snapshot };
  /** Resolves once all changes so far were sent. */
  published(): Promise<void>;
};

/** Supplies accounts and their changes; the monitor room implements it. */
export type ServedAccounts = {
  /** Returns the account that a window shows which opens now. */
  shown(): AccountKey;
  /** Returns null for an account that was removed. */
  of(key: AccountKey): ServedAccount | null;
  onChange(listener: (key: AccountKey, change: SnapshotChange) => void): void;
};

type Subscription = { key: AccountKey; slices: readonly SliceName[] };

/**
 * Opens the boundary: commands in, checked for sender, shape and number; changes out, to the windows that subscribe to them.
 * A page belongs to one account from its subscription on, so that no command of it can reach another.
 */
export function serveWindows(
  accounts: ServedAccounts,
  report: (what: string, error: unknown) => void,
  limits: CommandLimits,
): void {
  const subscribed = new Map<WebContents, Subscription>();

  accounts.onChange((key, change) => {
    for (const [contents, { key: own, slices }] of subscribed) {
      const mine = own === key ? pickChange(change, slices) : null;
      if (mine !== null && !contents.isDestroyed()) contents.send(channels.change, sentChange(mine));
    }
  });

  function subscribe(sender: WebContents, slices: readonly SliceName[]): Outcome<SentChange, CommandFailure> {
    const key = accounts.shown();
    const account = accounts.of(key);
    if (account === null) return failed({ kind: 'not-found' });
    if (!subscribed.has(sender)) {
      const forget = () => subscribed.delete(sender);
      sender.once('destroyed', forget);
      // The page that replaces it subscribes again. Until then there is no receiver.
      sender.once('render-process-gone', forget);
    }
    subscribed.set(sender, { key, slices });
    const { revision, slices: all } = account.current();
    return succeeded(sentChange({ revision, slices: pickSlices(all, slices) }));
  }

  async function answer(sender: WebContents, name: CommandName, input: unknown) {
    const waitSeconds = limits.take(name);
    if (waitSeconds > 0) return failed<CommandFailure>({ kind: 'too-many', waitSeconds });
    // A page that was loaded again subscribes, and its account may be another one by now.
    const bound = name === 'subscribe' ? undefined : subscribed.get(sender);
    const account = accounts.of(bound?.key ?? accounts.shown());
    if (account === null) return failed<CommandFailure>({ kind: 'not-found' });
    const handlers: WindowCommands = {
      ...account.commands,
      subscribe: async ({ slices }) => subscribe(sender, slices),
    };
    const outcome = await run(handlers, name, input, sender);
    if (outcome.ok) limits.succeeded(name);
    // The change arrives before the command's answer, so that a form which closes shows the new value.
    if (name !== 'subscribe') await account.published();
    return outcome;
  }

  ipcMain.handle(channels.command, async (event, name: unknown, input: unknown) => {
    if (!isOurFrame(event.senderFrame, event.sender))
      return failed<CommandFailure>({ kind: 'forbidden-sender' });
    try {
      // Most starts have no window, so no start waits for these schemas.
      const { commands, readInput } = await import('../../contract/commands.ts');
      if (!isCommandName(name, commands)) return failed<CommandFailure>({ kind: 'unknown-command' });
      const parsed = readInput(name, input);
      return parsed.ok ? await answer(event.sender, name, parsed.value) : parsed;
    } catch (error) {
      // Thrown further, the error would reach the page with its message.
      report(`command ${String(name)}`, error);
      return failed<CommandFailure>({ kind: 'internal' });
    }
  });
}

function run<Name extends CommandName>(
  handlers: WindowCommands,
  name: Name,
  input: unknown,
  sender: WebContents,
): Promise<CommandOutcome<Name>> {
  const handler = handlers[name] as (input: unknown, sender: WebContents) => Promise<CommandOutcome<Name>>;
  return handler(input, sender);
}

function isCommandName(name: unknown, known: typeof commands): name is CommandName {
  return typeof name === 'string' && Object.hasOwn(known, name);
}

/** Accepts only the top frame of one of our pages. A frame that is gone has no origin. */
function isOurFrame(frame: WebFrameMain | null, sender: WebContents): boolean {
  return frame !== null && frame === sender.mainFrame && frame.origin === appOrigin;
}

import { useEffect, useState } from 'react';
import type { CommandName, CommandOutcome } from '../../../electron/contract/commands.ts';
import type { SettingsChange } from '../../../electron/contract/settings.ts';
import { describeFailure } from '../../../electron/text/failure.ts';
import { bridge } from '../../state/bridge.ts';

/** What became of a change: nothing was changed lately, it was saved, or why it was not. */
export type Saved = { kind: 'nothing' } | { kind: 'saved' } | { kind: 'failed'; problem: string };

const shownMs = 3_000;

/** Saves changes of one setting at once, and returns for some seconds that it was saved. */
export function useSaving(): {
  saved: Saved;
  save: (change: SettingsChange) => void;
  /** Works like `save`, with another command than that of the settings. */
  keep: (send: () => Promise<CommandOutcome<CommandName>>) => void;
} {
  const [saved, setSaved] = useState<Saved>({ kind: 'nothing' });
  useEffect(() => {
    if (saved.kind !== 'saved') return;
    const timer = setTimeout(() => setSaved({ kind: 'nothing' }), shownMs);
    return () => clearTimeout(timer);
  }, [saved]);
  async function keep(send: () => Promise<CommandOutcome<CommandName>>) {
    const outcome = await send();
    setSaved(outcome.ok ? { kind: 'saved' } : { kind: 'failed', problem: describeFailure(outcome.failure) });
  }
  return {
    saved,
    save: (wanted) => void keep(() => bridge.command('changeSettings', wanted)),
    keep: (send) => void keep(send),
  };
}

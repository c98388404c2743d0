import type { Settings, SettingsChange } from '../contract/settings.ts';
import type { ValueFile } from '../storage/files.ts';
import type { AppStore } from './state.ts';

export type ChangeSettings = (change: SettingsChange) => void;

/** Each write waits for the disk, so that 2,000 changes in a row blocked the tray for 10 s. */
const writePauseMs = 500;

/**
 * Returns the function that changes settings: each change is published, and written to the file at once or, soon after
 * another, together with those that follow it. `flush` writes what waits.
 */
export function createChangeSettings(
  store: AppStore,
  file: Pick<ValueFile<Settings>, 'write'>,
  after: (delayMs: number, run: () => void) => () => void,
): ChangeSettings & { flush(): void } {
  let waits = false;
  let cancelPause: (() => void) | null = null;

  function write(): void {
    waits = false;
    cancelPause = after(writePauseMs, () => {
      cancelPause = null;
      if (waits) write();
    });
    file.write(store.getState().settings);
  }

  function change(wanted: SettingsChange): void {
    store.setState({ settings: withChange(store.getState().settings, wanted) });
    waits = true;
    if (cancelPause === null) write();
  }

  function flush(): void {
    cancelPause?.();
    cancelPause = null;
    if (waits) file.write(store.getState().settings);
    waits = false;
  }

  return Object.assign(change, { flush });
}

/** Returns the settings with the changed ones. For some settings null is a value; undefined leaves any of them unchanged. */
function withChange(settings: Settings, { plan = {}, alerts = {}, ...change }: SettingsChange): Settings {
  return {
    ...settings,
    ...named(change),
    plan: { ...settings.plan, ...named(plan) },
    alerts: { ...settings.alerts, ...named(alerts) },
  };
}

function named(change: object): object {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}

import type { Bridge } from '../../electron/contract/bridge.ts';
import { sentChange } from '../../electron/contract/sent-change.ts';
import type { Snapshot } from '../../electron/contract/snapshot.ts';
import { journal } from './guard.ts';
import { shownWindow } from './shown-window.ts';
import { managerStates, popoverStates } from './states.ts';

/** Answers as main would, with the snapshot of the state that the address names. */
const bridge: Bridge = {
  async command(name, input) {
    if (name === 'fitPopover') fitFrame(input as { heightPx: number });
    if (name !== 'subscribe') return { ok: true, value: answers[name] ?? null } as never;
    const slices = snapshot();
    return (
      slices === undefined
        ? { ok: false, failure: { kind: 'internal' } }
        : { ok: true, value: sentChange({ revision: 1, slices }) }
    ) as never;
  },
  onChange: () => () => {},
};

/** The answers to commands whose value a part shows. */
const answers: Partial<Record<string, unknown>> = {
  saveText: { saved: true },
  testNotification: { outcome: 'shown' },
  readForecast: { kind: 'too-little' },
  readRunOuts: { at: [] },
  readRecentDays: { lastDay: '2026-11-23', days: Array.from({ length: 10 }, recentDays) },
  readMovers: { day: '2026-11-23', up: [], down: [], compared: 0 },
  readMonths: [],
  readTargets: { totalGb: 0, requests: 0, targets: [], setAside: 0 },
  readGuardJournal: journal,
  readUsage: { totalGb: 0, points: [], setAside: 0 },
};

/** Makes the frame around this page as tall as main would make the window. */
function fitFrame({ heightPx }: { heightPx: number }): void {
  frameElement?.setAttribute('height', String(heightPx));
}

function recentDays(_: unknown, subUser: number): number[] {
  return Array.from({ length: 14 }, (_, day) => 2 + Math.sin(day * (subUser + 1)));
}

function snapshot(): Snapshot | undefined {
  const { window, state } = shownWindow();
  const states: Record<string, Snapshot> = window === 'popover' ? popoverStates : managerStates;
  return states[state];
}

Object.defineProperty(window, 'oxygauge', { value: bridge });

import type { Bridge } from '../../electron/contract/bridge.ts';

declare global {
  interface Window {
    /** Put there by the preload. */
    readonly oxygauge: Bridge;
  }
}

/** The typed way to main: commands out, changes in. */
export const bridge: Bridge = window.oxygauge;

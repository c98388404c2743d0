import type { Bridge } from '../../electron/contract/bridge.ts';

declare global {
  interface Window {
    /** Exposed by the preload script. */
    readonly oxygauge: Bridge;
  }
}

/** The typed bridge to main: commands out, changes in. */
export const bridge: Bridge = window.oxygauge;

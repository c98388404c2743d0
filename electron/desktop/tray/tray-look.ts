import type { Colour, GaugeMark } from './gauge-bitmap.ts';
import type { TrayTone } from './tray-meter.ts';

const teal: Colour = { red: 13, green: 148, blue: 136 };
const amber: Colour = { red: 202, green: 110, blue: 10 };
const red: Colour = { red: 224, green: 49, blue: 49 };
const grey: Colour = { red: 128, green: 128, blue: 128 };
/** The colour that macOS replaces with its own. */
export const black: Colour = { red: 0, green: 0, blue: 0 };

/**
 * The look of each tone. Every colour has a contrast of 3:1 to light and dark panels, and no two tones share both shape and
 * colour.
 */
export const toneLooks = {
  starting: { colour: grey, mark: 'hub' },
  normal: { colour: teal, mark: 'hub' },
  warning: { colour: amber, mark: 'hub' },
  critical: { colour: red, mark: 'exclamation' },
  stale: { colour: grey, mark: 'none' },
  offline: { colour: grey, mark: 'slash' },
  'signed-out': { colour: grey, mark: 'cross' },
  refused: { colour: amber, mark: 'exclamation' },
} satisfies Record<TrayTone, { colour: Colour; mark: GaugeMark }>;

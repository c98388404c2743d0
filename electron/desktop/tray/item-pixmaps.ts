import { straightRgba } from './app-gauge.ts';
import { drawGauge } from './gauge-bitmap.ts';
import { toneLooks } from './tray-look.ts';
import { meterSteps, type TrayMeter } from './tray-meter.ts';

/** The sizes of panels, and of dense screens: a host takes the one that fits, and none is scaled up to a blur. */
const sides = [16, 22, 24, 32, 48, 64];

export type Pixmap = [width: number, height: number, argb: Buffer];

const drawn = new Map<string, Pixmap[]>();

/** Returns the icon in each size, drawn once for each tone and step. */
export function itemPixmaps({ tone, step }: TrayMeter): Pixmap[] {
  const key = `${tone} ${step}`;
  const { colour, mark } = toneLooks[tone];
  const gauge = { share: step / meterSteps, mark, rimmed: true };
  const pixmaps = drawn.get(key) ?? sides.map((side) => pixmap(side, drawGauge(side, colour, gauge)));
  drawn.set(key, pixmaps);
  return pixmaps;
}

/** Turns each pixel to alpha, red, green, blue, as the protocol has it. */
function pixmap(side: number, bitmap: Buffer): Pixmap {
  const pixels = straightRgba(bitmap);
  for (let at = 0; at < pixels.length; at += 4) {
    const [red = 0, green = 0, blue = 0, alpha = 0] = pixels.subarray(at, at + 4);
    pixels.set([alpha, red, green, blue], at);
  }
  return [side, side, pixels];
}

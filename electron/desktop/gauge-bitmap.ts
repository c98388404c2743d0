export type Colour = { red: number; green: number; blue: number };

/** Sub-samples along one side of a pixel: 16 levels of coverage make a smooth edge at 16 pixels. */
const samples = 4;
/** The gauge opens at the bottom: it runs from 135° clockwise over 270°. */
const startAngle = (3 / 4) * Math.PI;
const sweep = (3 / 2) * Math.PI;
const trackOpacity = 0.4;

/**
 * Draws the gauge as a square bitmap, premultiplied BGRA as Chromium wants it: an open ring, faint as a whole and solid
 * up to `share` (0 to 1), with a hub in the middle.
 */
export function drawGauge(side: number, colour: Colour, share: number): Buffer {
  const bitmap = Buffer.alloc(side * side * 4);
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const alpha = coverage(x, y, side, share);
      const at = (y * side + x) * 4;
      bitmap[at] = Math.round(colour.blue * alpha);
      bitmap[at + 1] = Math.round(colour.green * alpha);
      bitmap[at + 2] = Math.round(colour.red * alpha);
      bitmap[at + 3] = Math.round(255 * alpha);
    }
  }
  return bitmap;
}

function coverage(x: number, y: number, side: number, share: number): number {
  let sum = 0;
  for (let row = 0; row < samples; row += 1) {
    for (let column = 0; column < samples; column += 1) {
      const u = ((x + (column + 0.5) / samples) / side) * 2 - 1;
      const v = ((y + (row + 0.5) / samples) / side) * 2 - 1;
      sum += opacityAt(u, v, share);
    }
  }
  return sum / samples ** 2;
}

/** In a square from -1 to 1, y downwards. */
function opacityAt(u: number, v: number, share: number): number {
  const radius = Math.hypot(u, v);
  if (radius <= 0.24) return 1;
  if (radius < 0.6 || radius > 0.94) return 0;
  const turned = (Math.atan2(v, u) - startAngle + 4 * Math.PI) % (2 * Math.PI);
  if (turned > sweep) return 0;
  return turned <= sweep * share ? 1 : trackOpacity;
}

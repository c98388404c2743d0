export type Colour = { red: number; green: number; blue: number };

/** The mark in the ring: a hub while all is well, an exclamation mark, nothing, or a slash or cross over the ring. */
export type GaugeMark = 'hub' | 'exclamation' | 'none' | 'slash' | 'cross';

/** Sub-samples along one side of a pixel: 16 levels of coverage make a smooth edge at 16 pixels. */
const samples = 4;
/** The gauge opens at the bottom: it runs from 135° clockwise over 270°. */
const startAngle = (3 / 4) * Math.PI;
const sweep = (3 / 2) * Math.PI;
const trackOpacity = 0.4;
const ring = { inner: 0.6, outer: 0.94 };

/** Half the width of a mark's strokes, and of the gap that sets a slash off from the ring. */
const stroke = 0.11;
const strokeGap = 0.26;

/** A thin light rim sets the ring off from panels that are as bright, such as waybar's blue one. */
const rim = { width: 0.06, opacity: 0.7 };

export type Gauge = { share: number; mark?: GaugeMark; rimmed?: boolean };

/**
 * Draws the gauge as a square bitmap, premultiplied BGRA as Chromium wants it: an open ring, faint as a whole and solid
 * up to `share` (0 to 1), with a mark in it.
 */
export function drawGauge(side: number, colour: Colour, { share, mark = 'hub', rimmed = false }: Gauge) {
  const bitmap = Buffer.alloc(side * side * 4);
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const alpha = coverage(x, y, side, (u, v) => markOpacity(u, v, mark) ?? ringOpacity(u, v, share));
      const white = rimmed ? rim.opacity * coverage(x, y, side, (u, v) => rimCoverage(u, v, mark)) : 0;
      const at = (y * side + x) * 4;
      bitmap[at] = Math.round(colour.blue * alpha + 255 * white);
      bitmap[at + 1] = Math.round(colour.green * alpha + 255 * white);
      bitmap[at + 2] = Math.round(colour.red * alpha + 255 * white);
      bitmap[at + 3] = Math.round(255 * (alpha + white));
    }
  }
  return bitmap;
}

/** Returns the mean of what `opacityAt` is within a pixel. Coordinates run from -1 to 1, with y downwards. */
function coverage(x: number, y: number, side: number, opacityAt: (u: number, v: number) => number): number {
  let sum = 0;
  for (let row = 0; row < samples; row += 1) {
    for (let column = 0; column < samples; column += 1) {
      const u = ((x + (column + 0.5) / samples) / side) * 2 - 1;
      const v = ((y + (row + 0.5) / samples) / side) * 2 - 1;
      sum += opacityAt(u, v);
    }
  }
  return sum / samples ** 2;
}

/** Returns 1 on the lines along both sides of the ring, and nowhere on ring and mark. */
function rimCoverage(u: number, v: number, mark: GaugeMark): number {
  const radius = Math.hypot(u, v);
  const beside = radius < ring.inner ? ring.inner - radius : radius - ring.outer;
  const isBeside = beside > 0 && beside <= rim.width && turnOf(u, v) <= sweep;
  return isBeside && markOpacity(u, v, mark) === null ? 1 : 0;
}

/** Null where the mark leaves the ring unchanged. */
function markOpacity(u: number, v: number, mark: GaugeMark): number | null {
  switch (mark) {
    case 'none':
      return null;
    case 'hub':
      return Math.hypot(u, v) <= 0.24 ? 1 : null;
    case 'exclamation':
      return isExclamation(u, v) ? 1 : null;
    case 'slash':
      return strokeOpacity(u, v, Math.abs(u + v) / Math.SQRT2);
    case 'cross':
      return Math.hypot(u, v) > 0.5
        ? null
        : Math.min(Math.abs(u + v), Math.abs(u - v)) / Math.SQRT2 <= stroke
          ? 1
          : null;
  }
}

function isExclamation(u: number, v: number): boolean {
  if (Math.abs(u) > stroke + 0.02) return false;
  return (v >= -0.46 && v <= 0.1) || (v >= 0.24 && v <= 0.48);
}

function strokeOpacity(u: number, v: number, distance: number): number | null {
  if (Math.hypot(u, v) > 1) return null;
  if (distance <= stroke) return 1;
  return distance <= strokeGap ? 0 : null;
}

function ringOpacity(u: number, v: number, share: number): number {
  const radius = Math.hypot(u, v);
  if (radius < ring.inner || radius > ring.outer) return 0;
  const turned = turnOf(u, v);
  if (turned > sweep) return 0;
  return turned <= sweep * share ? 1 : trackOpacity;
}

function turnOf(u: number, v: number): number {
  return (Math.atan2(v, u) - startAngle + 4 * Math.PI) % (2 * Math.PI);
}

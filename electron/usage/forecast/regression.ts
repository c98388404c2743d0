/** A symmetric 3 × 3 matrix: its upper triangle by rows. */
export type Symmetric = readonly [number, number, number, number, number, number];
type Vector = readonly [number, number, number];

/** The weighted sums of an observed value and of the level, the weekend and the slope that explain it. */
export type Sums = { xx: Symmetric; xy: Vector; yy: number; count: number };

/** What is known before: the level is about 1, the weekend differs from it by `mean`, and the slope is about 0. */
export type Before = { ofLevel: number; ofWeekend: number; ofSlope: number; mean: number };

/** The level, the weekend's difference from it and the slope, with their covariance. */
export type Fit = { fit: Vector; covariance: Symmetric };

/** Returns the logarithm of the marginal likelihood, but for a constant, by elimination. An object of the normal equations, shared with `fitOf`, would double the time. */
export function evidenceOf(sums: Sums, precision: number, before: Before): number {
  const { ofLevel, ofWeekend, ofSlope, mean } = before;
  const { xx, xy } = sums;
  const a = xx[0] * precision + ofLevel;
  const b = xx[1] * precision;
  const c = xx[2] * precision;
  const d = xx[3] * precision + ofWeekend;
  const e = xx[4] * precision;
  const f = xx[5] * precision + ofSlope;
  const level = xy[0] * precision + ofLevel;
  const weekend = xy[1] * precision + ofWeekend * mean;
  const slope = xy[2] * precision;
  const second = d - (b * b) / a;
  const between = e - (b * c) / a;
  const third = f - (c * c) / a - (between * between) / second;
  const ofSecond = weekend - (b * level) / a;
  const ofThird = slope - (c * level) / a - (between * ofSecond) / second;
  const explained = (level * level) / a + (ofSecond * ofSecond) / second + (ofThird * ofThird) / third;
  const missed = sums.yy * precision + ofLevel + ofWeekend * mean * mean - explained;
  const volume = Math.log((ofLevel * ofWeekend * ofSlope) / (a * second * third));
  return (volume + sums.count * Math.log(precision) - missed) / 2;
}

/** Solves the normal equations by the inverse of their matrix, which is the covariance. */
export function fitOf(sums: Sums, precision: number, before: Before): Fit {
  const { ofLevel, ofWeekend, ofSlope, mean } = before;
  const { xx: x, xy } = sums;
  const a = x[0] * precision + ofLevel;
  const b = x[1] * precision;
  const c = x[2] * precision;
  const d = x[3] * precision + ofWeekend;
  const e = x[4] * precision;
  const f = x[5] * precision + ofSlope;
  const level = xy[0] * precision + ofLevel;
  const weekend = xy[1] * precision + ofWeekend * mean;
  const slope = xy[2] * precision;
  const determinant = a * (d * f - e * e) + b * (c * e - b * f) + c * (b * e - c * d);
  const xx = (d * f - e * e) / determinant;
  const xw = (c * e - b * f) / determinant;
  const xs = (b * e - c * d) / determinant;
  const ww = (a * f - c * c) / determinant;
  const ws = (b * c - a * e) / determinant;
  const ss = (a * d - b * b) / determinant;
  return {
    fit: [
      xx * level + xw * weekend + xs * slope,
      xw * level + ww * weekend + ws * slope,
      xs * level + ws * weekend + ss * slope,
    ],
    covariance: [xx, xw, xs, ww, ws, ss],
  };
}

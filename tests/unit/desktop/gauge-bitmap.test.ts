import { expect, test } from 'vitest';
import { drawGauge } from '../../../electron/desktop/tray/gauge-bitmap.ts';

const teal = { red: 13, green: 148, blue: 136 };
const opacitySum = (bitmap: Buffer) =>
  bitmap.filter((_, index) => index % 4 === 3).reduce((sum, each) => sum + each, 0);

test.each([16, 22, 44, 66])('fills a square of %i pixels, premultiplied', (side) => {
  const bitmap = drawGauge(side, teal, 0.5);
  expect(bitmap).toHaveLength(side * side * 4);
  for (let at = 0; at < bitmap.length; at += 4) {
    const [blue = 0, green = 0, red = 0, alpha = 0] = bitmap.subarray(at, at + 4);
    expect(Math.max(blue, green, red)).toBeLessThanOrEqual(alpha);
  }
});

test('the more is used, the more is drawn solid', () => {
  const sums = [0, 0.25, 0.5, 0.75, 1].map((share) => opacitySum(drawGauge(44, teal, share)));
  expect(sums).toEqual([...sums].sort((one, other) => one - other));
  expect(new Set(sums).size).toBe(5);
});

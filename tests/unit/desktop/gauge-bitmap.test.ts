import { expect, test } from 'vitest';
import { drawGauge } from '../../../electron/desktop/tray/gauge-bitmap.ts';

const teal = { red: 13, green: 148, blue: 136 };
const opacitySum = (bitmap: Buffer) =>
  bitmap.filter((_, index) => index % 4 === 3).reduce((sum, each) => sum + each, 0);

test.each([16, 22, 44, 66])('fills a square of %i pixels, premultiplied', (side) => {
  const bitmap = drawGauge(side, teal, { share: 0.5, rimmed: true });
  expect(bitmap).toHaveLength(side * side * 4);
  for (let at = 0; at < bitmap.length; at += 4) {
    const [blue = 0, green = 0, red = 0, alpha = 0] = bitmap.subarray(at, at + 4);
    expect(Math.max(blue, green, red)).toBeLessThanOrEqual(alpha);
  }
});

test('the more is used, the more is drawn solid', () => {
  const sums = [0, 0.25, 0.5, 0.75, 1].map((share) => opacitySum(drawGauge(44, teal, { share })));
  expect(sums).toEqual([...sums].sort((one, other) => one - other));
  expect(new Set(sums).size).toBe(5);
});

test('a thin light rim is around the ring, in and out, and nowhere else', () => {
  const side = 88;
  const bitmap = drawGauge(side, teal, { share: 1, rimmed: true });
  const bare = drawGauge(side, teal, { share: 1 });
  const lightAt = (radius: number) => {
    const at = (Math.round(side / 2 - (radius * side) / 2) * side + side / 2) * 4;
    return (bitmap[at + 2] ?? 0) - (bare[at + 2] ?? 0);
  };
  expect(lightAt(0.97)).toBeGreaterThan(60);
  expect(lightAt(0.57)).toBeGreaterThan(60);
  expect(lightAt(0.77)).toBe(0);
  expect(lightAt(0.4)).toBe(0);
});

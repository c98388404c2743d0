import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRowPlaces } from '../../../renderer/manager/sub-users/grid/row-places.ts';

test('a scrolled row keeps its element, and one that comes into view takes over one that was left', () => {
  const placesOf = createRowPlaces();
  expect(placesOf([10, 11, 12, 13])).toEqual([0, 1, 2, 3]);
  expect(placesOf([12, 13, 14, 15])).toEqual([2, 3, 0, 1]);
  expect(placesOf([90, 91, 92, 93])).toEqual([0, 1, 2, 3]);
});

test('the focused row keeps its element however far the others scroll', () => {
  const placesOf = createRowPlaces();
  placesOf([10, 11, 12]);
  expect(placesOf([90, 91, 92, 11])).toEqual([0, 2, 3, 1]);
  expect(placesOf([50, 51, 52, 11])).toEqual([0, 2, 3, 1]);
});

const shown = fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 12 });

test('each shown row has a place to itself, and what stays in view stays where it is', () => {
  fc.assert(
    fc.property(fc.array(shown, { minLength: 1, maxLength: 8 }), (turns) => {
      const placesOf = createRowPlaces();
      let before = new Map<number, number>();
      for (const keys of turns) {
        const places = placesOf(keys);
        expect(new Set(places).size).toBe(keys.length);
        const now = new Map(keys.map((key, index) => [key, places[index] ?? -1]));
        for (const [key, place] of now) if (before.has(key)) expect(place).toBe(before.get(key));
        before = now;
      }
    }),
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Display,
  fittedHeight,
  framedHeightIn,
  placePopover,
  pressedAt,
  type Rectangle,
  zoomedSize,
} from '../../../electron/desktop/windows/popover-placement.ts';

const size = { width: 360, height: 480 };
const nowhere: Rectangle = { x: 0, y: 0, width: 0, height: 0 };
/** Two displays side by side: the left with a panel at the bottom, the right with one at the top. */
const left: Display = {
  bounds: { x: 0, y: 0, width: 1280, height: 800 },
  workArea: { x: 0, y: 0, width: 1280, height: 760 },
};
const right: Display = {
  bounds: { x: 1280, y: -200, width: 1280, height: 1024 },
  workArea: { x: 1280, y: -170, width: 1280, height: 994 },
};

test('beside the tray if the system reports its bounds', () => {
  const tray = { x: 1100, y: 765, width: 24, height: 24 };
  expect(placePopover(tray, { x: 5, y: 5 }, [left, right], size)).toMatchObject({ x: 912, y: 272 });
});

test('on the tray’s own display, at that display’s edge', () => {
  const tray = { x: 2400, y: -195, width: 24, height: 24 };
  expect(placePopover(tray, { x: 5, y: 5 }, [left, right], size)).toMatchObject({ x: 2192, y: -162 });
});

test('at the edge near the pointer if the bounds are all zero', () => {
  expect(placePopover(nowhere, { x: 1200, y: 790 }, [left, right], size)).toMatchObject({ x: 912, y: 272 });
  expect(placePopover(nowhere, { x: 1290, y: 300 }, [left, right], size)).toMatchObject({ x: 1288, y: 60 });
});

test('always inside the work area, wherever the tray and the pointer are', () => {
  const coordinate = fc.integer({ min: -5_000, max: 5_000 });
  const point = fc.record({ x: coordinate, y: coordinate });
  const tray = fc.record({ x: coordinate, y: coordinate, width: fc.nat(64), height: fc.nat(64) });
  const displays = fc.constantFrom([left], [right], [left, right], [right, left]);
  fc.assert(
    fc.property(tray, point, displays, (icon, pointer, shown) => {
      const at = placePopover(icon, pointer, shown, size);
      const inside = shown.some(
        ({ workArea: area }) =>
          at.x >= area.x &&
          at.y >= area.y &&
          at.x + size.width <= area.x + area.width &&
          at.y + size.height <= area.y + area.height,
      );
      expect(inside).toBe(true);
    }),
  );
});

test('in a work area that is too small, it shrinks', () => {
  const tiny: Display = {
    bounds: { x: 0, y: 0, width: 300, height: 300 },
    workArea: { x: 0, y: 20, width: 300, height: 280 },
  };
  expect(placePopover(nowhere, { x: 150, y: 290 }, [tiny], size)).toEqual({
    x: 8,
    y: 28,
    width: 284,
    height: 264,
  });
});

test('as tall as its content, neither a strip nor taller than a small screen', () => {
  expect([120, 437, 640].map(fittedHeight)).toEqual([120, 437, 640]);
  expect([-1, 0, 119].map(fittedHeight)).toEqual([120, 120, 120]);
  expect([640.4, 641, 1e9].map(fittedHeight)).toEqual([640, 640, 640]);
  expect(fittedHeight(437.6)).toBe(438);
});

test('grows with the text size, so that nothing is cut', () => {
  expect(zoomedSize(size, 150)).toEqual({ width: 540, height: 720 });
});

test('clear of a panel for which the desktop reserves no space', () => {
  const bounds = { x: 0, y: 0, width: 1280, height: 800 };
  const whole: Display = { bounds, workArea: bounds };
  expect(placePopover(nowhere, { x: 1200, y: 10 }, [whole], size)).toMatchObject({ y: 40 });
  expect(placePopover(nowhere, { x: 1200, y: 790 }, [whole], size)).toMatchObject({ y: 280 });
});

test('at a high scale, a framed window leaves room for its title bar', () => {
  expect(framedHeightIn({ x: 0, y: 27, width: 960, height: 513 })).toBe(457);
  expect(framedHeightIn({ x: 0, y: 0, width: 300, height: 100 })).toBe(120);
});

test('a press is at the pointer, unless the desktop says that it was elsewhere', () => {
  const pointer = { x: 600, y: 8 };
  expect(pressedAt({ x: 0, y: 0 }, pointer, 1)).toEqual(pointer);
  expect(pressedAt({ x: 590, y: 12 }, pointer, 1)).toEqual(pointer);
  // In pixels of a screen that is scaled by two.
  expect(pressedAt({ x: 1210, y: 20 }, pointer, 2)).toEqual(pointer);
  expect(pressedAt({ x: 1124, y: 12 }, { x: 200, y: 790 }, 1)).toEqual({ x: 1124, y: 12 });
});

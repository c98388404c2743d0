import { expect, test } from 'vitest';
import { placeManager } from '../../../electron/desktop/windows/manager-placement.ts';

const laptop = { x: 0, y: 24, width: 1440, height: 876 };
const beside = { x: 1440, y: 0, width: 2560, height: 1440 };

test('a first window has its usual size, no larger than the display, and the system centres it', () => {
  expect(placeManager(null, [laptop])).toEqual({ width: 1180, height: 760 });
  expect(placeManager(null, [{ ...laptop, width: 1024, height: 700 }])).toEqual({ width: 1024, height: 700 });
  expect(placeManager(null, [])).toEqual({ width: 1180, height: 760 });
});

test('a window opens where it was left, on whichever display that is', () => {
  const left = { x: 1500, y: 40, width: 1600, height: 1000 };
  expect(placeManager(left, [laptop, beside])).toEqual(left);
});

test('a window whose display is gone keeps its size as far as it fits, and is placed by the system', () => {
  const left = { x: 1500, y: 40, width: 1600, height: 1000 };
  expect(placeManager(left, [laptop])).toEqual({ width: 1440, height: 876 });
});

test('a window that cannot be dragged back is placed by the system', () => {
  const size = { width: 900, height: 600 };
  for (const at of [
    { x: -850, y: 100 },
    { x: 1400, y: 100 },
    { x: 100, y: -200 },
    { x: 100, y: 880 },
  ])
    expect(placeManager({ ...at, ...size }, [laptop])).toEqual(size);
  expect(placeManager({ x: -800, y: 100, ...size }, [laptop])).toEqual({ x: -800, y: 100, ...size });
});

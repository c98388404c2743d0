/** Pure geometry in screen coordinates (DIP), so that it is tested without a screen. */
export type Point = { x: number; y: number };
export type Size = { width: number; height: number };
export type Rectangle = Point & Size;
export type Display = { bounds: Rectangle; workArea: Rectangle };

const gap = 8;

/**
 * Where the popover goes: beside the tray icon where the system tells its bounds, else at the screen edge nearest to the
 * pointer (on Linux the tray's bounds are all zero). Always inside the work area of that display.
 */
export function placePopover(
  tray: Rectangle,
  pointer: Point,
  displays: readonly Display[],
  size: Size,
): Point {
  const known = tray.width > 0 && tray.height > 0;
  const anchor = known ? centre(tray) : pointer;
  const display = nearestDisplay(anchor, displays);
  const { workArea } = display;
  const wanted = besideEdge(anchor, nearestEdge(anchor, display.bounds), workArea, size);
  return {
    x: clamp(wanted.x, workArea.x + gap, workArea.x + workArea.width - size.width - gap),
    y: clamp(wanted.y, workArea.y + gap, workArea.y + workArea.height - size.height - gap),
  };
}

type Edge = 'top' | 'bottom' | 'left' | 'right';

/** The edge of the tray's own display, not of the primary one. Panels at top and bottom come first in a tie. */
function nearestEdge(point: Point, bounds: Rectangle): Edge {
  const distances: [Edge, number][] = [
    ['top', point.y - bounds.y],
    ['bottom', bounds.y + bounds.height - point.y],
    ['left', point.x - bounds.x],
    ['right', bounds.x + bounds.width - point.x],
  ];
  return distances.reduce((nearest, next) => (next[1] < nearest[1] ? next : nearest))[0];
}

function besideEdge(anchor: Point, edge: Edge, workArea: Rectangle, size: Size): Point {
  const x = Math.round(anchor.x - size.width / 2);
  const y = Math.round(anchor.y - size.height / 2);
  switch (edge) {
    case 'top':
      return { x, y: workArea.y + gap };
    case 'bottom':
      return { x, y: workArea.y + workArea.height - size.height - gap };
    case 'left':
      return { x: workArea.x + gap, y };
    case 'right':
      return { x: workArea.x + workArea.width - size.width - gap, y };
  }
}

function nearestDisplay(point: Point, displays: readonly Display[]): Display {
  const [first, ...others] = displays;
  if (first === undefined) throw new Error('A popover cannot be placed without a display.');
  return others.reduce(
    (nearest, next) => (distanceTo(point, next.bounds) < distanceTo(point, nearest.bounds) ? next : nearest),
    first,
  );
}

function distanceTo({ x, y }: Point, { x: left, y: top, width, height }: Rectangle): number {
  const dx = Math.max(left - x, 0, x - (left + width - 1));
  const dy = Math.max(top - y, 0, y - (top + height - 1));
  return Math.hypot(dx, dy);
}

function centre({ x, y, width, height }: Rectangle): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

/** A work area smaller than the popover keeps the top left corner in view. */
function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}

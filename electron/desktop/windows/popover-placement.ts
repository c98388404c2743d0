/** Screen coordinates (DIP). Placement is pure geometry, so that it is tested without a screen. */
export type Point = { x: number; y: number };
export type Size = { width: number; height: number };
export type Rectangle = Point & Size;
export type Display = { bounds: Rectangle; workArea: Rectangle };

const gap = 8;
/** The title bars of GNOME have 37 pixels, and others less. */
const titleBarPx = 40;
/** Panels are rarely thicker, and lie at the top or the bottom. */
const panelPx = 32;
/** At the usual text size. Lower, the popover would be a strip; higher, it would not fit small screens. */
const heightsPx = { least: 120, most: 640 };

/**
 * Places the popover beside the tray icon if the system reports its bounds, else at the screen edge nearest to the press
 * (Linux reports none). It stays inside the work area of that display, and shrinks to it.
 */
export function placePopover(
  tray: Rectangle,
  pointer: Point,
  displays: readonly Display[],
  wantedSize: Size,
): Rectangle {
  const known = tray.width > 0 && tray.height > 0;
  const anchor = known ? centre(tray) : pointer;
  const display = nearestDisplay(anchor, displays);
  const { workArea } = display;
  const size = {
    width: Math.min(wantedSize.width, workArea.width - 2 * gap),
    height: Math.min(wantedSize.height, workArea.height - 2 * gap),
  };
  const wanted = besideEdge(anchor, nearestEdge(anchor, display.bounds), clearArea(display), size);
  return {
    ...size,
    x: clamp(wanted.x, workArea.x + gap, workArea.x + workArea.width - size.width - gap),
    y: clamp(wanted.y, workArea.y + gap, workArea.y + workArea.height - size.height - gap),
  };
}

/** A hand moves little between the press and the question where the pointer is. */
const nearPx = 64;

/**
 * Returns where the user pressed. The pointer is exact; it is elsewhere after a press by the keyboard, or where X11 knows
 * nothing of the desktop's own panel (Wayland), and then what the desktop said counts, in pixels or scaled.
 */
export function pressedAt(said: Point, pointer: Point, scaleFactor: number): Point {
  if (said.x === 0 && said.y === 0) return pointer;
  const isNear = [1, scaleFactor].some(
    (scale) => Math.hypot(said.x / scale - pointer.x, said.y / scale - pointer.y) <= nearPx,
  );
  return isNear ? pointer : { x: said.x, y: said.y };
}

/** Returns the height of the popover for a content, within its bounds. CSS pixels. */
export function fittedHeight(contentPx: number): number {
  return Math.min(Math.max(Math.round(contentPx), heightsPx.least), heightsPx.most);
}

/** Returns the greatest height of a content below the title bar that the desktop draws. */
export function framedHeightIn({ height }: Rectangle): number {
  return Math.max(heightsPx.least, height - titleBarPx - 2 * gap);
}

/** Returns the size of a window whose page is zoomed. */
export function zoomedSize({ width, height }: Size, percent: number): Size {
  return { width: Math.round((width * percent) / 100), height: Math.round((height * percent) / 100) };
}

/** Returns the work area, or what is clear of a panel that reserves no space for itself, as in i3. */
function clearArea({ bounds, workArea }: Display): Rectangle {
  const { x, y, width, height } = bounds;
  if (workArea.width < width || workArea.height < height) return workArea;
  return { x, y: y + panelPx, width, height: height - 2 * panelPx };
}

type Edge = 'top' | 'bottom' | 'left' | 'right';

/**
 * Returns the nearest edge of the tray's own display, not the primary one. Top and bottom win a tie, since panels are there.
 */
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

/** Keeps the top left corner visible in a work area that is too small. */
function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}

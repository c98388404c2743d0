import type { Rectangle, Size } from './popover-placement.ts';

export const smallestManager: Size = { width: 640, height: 480 };
const usual: Size = { width: 1180, height: 760 };
/** So much of a window has to be in a display that its user can drag it. */
const grip = 80;

/**
 * Returns where the manager opens: where it was left, as far as the displays of today allow, and otherwise centred by the
 * system, no larger than the first display. Work areas are in DIP.
 */
export function placeManager(
  left: Rectangle | null,
  workAreas: readonly Rectangle[],
): Partial<Rectangle> & Size {
  const display = left === null ? undefined : workAreas.find((area) => canBeDragged(left, area));
  if (left !== null && display !== undefined) return { ...left, ...fitted(left, display) };
  const [first] = workAreas;
  return first === undefined ? usual : fitted(left ?? usual, first);
}

/** Returns whether the top of a window, where its title is, can be reached in a display. */
function canBeDragged({ x, y, width }: Rectangle, area: Rectangle): boolean {
  const shown = Math.min(x + width, area.x + area.width) - Math.max(x, area.x);
  return shown >= grip && y >= area.y && y <= area.y + area.height - grip;
}

function fitted({ width, height }: Size, area: Size): Size {
  const within = (wanted: number, least: number, most: number) => Math.max(least, Math.min(wanted, most));
  return {
    width: within(width, smallestManager.width, area.width),
    height: within(height, smallestManager.height, area.height),
  };
}

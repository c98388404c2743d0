import { screen } from 'electron';
import { askPointer } from '../x11/questions.ts';
import type { Point } from './popover-placement.ts';

/**
 * Returns where the pointer is. On X11 the server is asked, because Electron answers with where the pointer left its last
 * window (electron#42519).
 */
export async function pointerPosition(): Promise<Point> {
  const pixels = process.platform === 'linux' ? await askPointer() : null;
  if (pixels === null) return screen.getCursorScreenPoint();
  // Linux got it after Electron 33.
  if (typeof screen.screenToDipPoint === 'function') return screen.screenToDipPoint(pixels);
  const { scaleFactor } = screen.getPrimaryDisplay();
  return { x: Math.round(pixels.x / scaleFactor), y: Math.round(pixels.y / scaleFactor) };
}

import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { toneLooks } from '../../electron/desktop/tray/tray-look.ts';
import type { Point } from '../../electron/desktop/windows/popover-placement.ts';
import { until } from '../driver/until.ts';

const run = promisify(execFile);

/** The pixels of a screen: red, green and blue, row by row. */
export type Picture = { width: number; height: number; rgb: Buffer };

/** A program that writes a picture of the screen in this format to its output, or to a file. */
export type Camera = { program: string; words: (format: 'ppm' | 'png', file: string) => string[] };

export const x11Camera: Camera = {
  program: 'import',
  words: (format, file) => ['-window', 'root', '-depth', '8', `${format}:${file}`],
};

export const waylandCamera: Camera = {
  program: 'grim',
  words: (format, file) => ['-t', format, file],
};

const mostBytes = 32 * 1024 * 1024;

export async function takePicture({ program, words }: Camera): Promise<Picture> {
  const { stdout } = await run(program, words('ppm', '-'), { encoding: 'buffer', maxBuffer: mostBytes });
  const [head, width, height] = /^P6\s(\d+) (\d+)\s255\s/.exec(stdout.toString('latin1', 0, 40)) ?? [];
  if (head === undefined) throw new Error(`${program} wrote no picture.`);
  return { width: Number(width), height: Number(height), rgb: stdout.subarray(head.length) };
}

/** Keeps a picture of the screen among what the command leaves. */
export async function keepPicture({ program, words }: Camera, name: string): Promise<void> {
  const folder = process.env.OXYGAUGE_TEST_OUTPUT;
  if (folder === undefined) throw new Error('OXYGAUGE_TEST_OUTPUT is not set: start it by test:desktops.');
  await run(program, words('png', join(folder, `${name}.png`)));
}

/** The demo's account is over its limit, so its icon has the colour of that. */
const iconColour = toneLooks.critical.colour;
const leastPixels = 40;
/** No panel here is thicker. */
const panelPx = 40;

/** Waits until the icon is drawn in the panel along the top, and returns where. */
export function iconInPanel(camera: Camera): Promise<Point> {
  return until('the icon drawn in the panel', async () => {
    const { width, rgb } = await takePicture(camera);
    const spots: Point[] = [];
    for (let y = 0; y < panelPx; y += 1)
      for (let x = 0; x < width; x += 1) if (isOfIcon(rgb, 3 * (y * width + x))) spots.push({ x, y });
    if (spots.length < leastPixels) return null;
    const mean = (of: (spot: Point) => number) =>
      Math.round(spots.reduce((sum, spot) => sum + of(spot), 0) / spots.length);
    return { x: mean(({ x }) => x), y: mean(({ y }) => y) };
  });
}

function isOfIcon(rgb: Buffer, at: number): boolean {
  const { red, green, blue } = iconColour;
  const far = (value: number | undefined, wanted: number) => Math.abs((value ?? 0) - wanted) > 24;
  return !far(rgb[at], red) && !far(rgb[at + 1], green) && !far(rgb[at + 2], blue);
}

/** A tooltip with lines, or a menu, covers more than this of what was below the panel. */
const leastChange = 1_500;

/** Runs `act`, and waits until something new is drawn on the screen below the panel. */
export async function drawnAfter(camera: Camera, what: string, act: () => Promise<void>): Promise<void> {
  const before = await takePicture(camera);
  await act();
  await until(what, async () => countChanges(before, await takePicture(camera)) > leastChange);
}

/** Waits until two pictures in turn are equal. */
export async function untilStill(camera: Camera): Promise<void> {
  let last = await takePicture(camera);
  await until('a screen at rest', async () => {
    const before = last;
    last = await takePicture(camera);
    return countChanges(before, last) === 0;
  });
}

function countChanges(before: Picture, after: Picture): number {
  let count = 0;
  for (let at = 3 * panelPx * before.width; at < before.rgb.length; at += 3)
    if (before.rgb.compare(after.rgb, at, at + 3, at, at + 3) !== 0) count += 1;
  return count;
}

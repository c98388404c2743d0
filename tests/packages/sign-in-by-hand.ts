import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { until } from '../driver/until.ts';

const run = promisify(execFile);
/** The accent of the light theme, which the form's one button has. */
const accent = Buffer.of(0x0b, 0x76, 0x6c);
/** The button covers several thousands of pixels. */
const leastPixels = 2_000;

/** Waits until the form is drawn in the window on a display, and fills it in with the keyboard. */
export async function signInByHand(
  display: string,
  { username, password }: { username: string; password: string },
): Promise<void> {
  const env = { ...process.env, DISPLAY: display };
  const xdotool = (...words: string[]) => run('xdotool', words, { env });
  await until('the button of the form', async () => (await accentPixels(display)) > leastPixels);
  await xdotool('search', '--onlyvisible', '--name', '^Oxygauge', 'windowfocus', '--sync');
  // The username has the focus when the form appears.
  await xdotool('type', username);
  await xdotool('key', 'Tab');
  await xdotool('type', password);
  await xdotool('key', 'Return');
}

async function accentPixels(display: string): Promise<number> {
  const words = ['-display', display, '-window', 'root', '-depth', '8', 'rgb:-'];
  const { stdout } = await run('import', words, { encoding: 'buffer', maxBuffer: 32 * 1024 * 1024 });
  let count = 0;
  for (let at = stdout.indexOf(accent); at !== -1; at = stdout.indexOf(accent, at + 3))
    if (at % 3 === 0) count += 1;
  return count;
}

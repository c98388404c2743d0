import { resolve } from 'node:path';
import { runOffScreen } from './session/off-screen.ts';

/** `npm run bench`: Oxygauge and a bare Electron in turn, in one session; prints JSON with the ratios. */
process.exitCode = await runOffScreen(resolve(import.meta.dirname, '..'), 'build/bench/measure.ts');

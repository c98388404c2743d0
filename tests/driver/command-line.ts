import { spawn } from 'node:child_process';
import { environmentOf, root, switchesOf } from './app.ts';

/** Without what Chromium itself logs where a computer lacks a bus. */
export type Answered = { code: number | null; answer: string; problem: string };

export type AskOptions = {
  profile: string;
  environment?: Record<string, string>;
  /** The packaged program; by default Electron with the built app. */
  program?: string;
};

/** Asks the app by its command line, as a script does, and waits for its end. */
export function askCommandLine(words: readonly string[], options: AskOptions): Promise<Answered> {
  const { profile, environment, program } = options;
  const first = program === undefined ? [root] : [];
  const line = [...first, ...switchesOf({}, profile), ...words];
  const child = spawn(program ?? process.env.OXYGAUGE_ELECTRON ?? '', line, {
    env: environmentOf(environment === undefined ? {} : { environment }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { answer: '', problem: '' };
  child.stdout.on('data', (chunk) => {
    said.answer += String(chunk);
  });
  child.stderr.on('data', (chunk) => {
    said.problem += String(chunk);
  });
  return new Promise((done) =>
    child.once('close', (code) =>
      done({ code, answer: said.answer, problem: said.problem.replaceAll(ofChromium, '') }),
    ),
  );
}

const ofChromium = /^\[\d+:\d+\/[\d.]+:ERROR:.*\n/gm;

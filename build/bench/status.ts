import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { longStatusText } from '../../tests/support/unit/status.ts';
import { electron, newFolder, remove, switchesOn } from './candidate.ts';

/** Holds times from the start of a process to its end, in milliseconds. */
export type StatusSample = { bareReadyMs: number; answerMs: number };

const bare = resolve(import.meta.dirname, 'bare');

/** Asks `--status` of an app with a file of a hundred sub-users, and starts a bare Electron that ends once it is ready. */
export async function sampleStatus(root: string): Promise<StatusSample> {
  const profile = newFolder();
  try {
    writeFileSync(join(profile, 'status.json'), longStatusText(Date.now()));
    return {
      bareReadyMs: await timeOf([bare, '--until-ready', ...switchesOn(profile)]),
      answerMs: await timeOf([root, '--status', ...switchesOn(profile)]),
    };
  } finally {
    remove(profile);
  }
}

async function timeOf(words: string[]): Promise<number> {
  const startedAt = performance.now();
  // Without a runtime folder the file is in the profile.
  const env = { ...process.env, XDG_RUNTIME_DIR: '/nowhere' };
  const child = spawn(electron(), words, { env, stdio: 'ignore' });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${words.join(' ')} ended with ${code}.`);
  return performance.now() - startedAt;
}

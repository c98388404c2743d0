import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { TestUser } from './test-user.ts';

export type Stage = { folder: string; remove(): void };

/** Returns the clone where the test user can read it, else a readable copy that is removed after the run. */
export function stage(root: string, user: TestUser): Stage {
  if (user.canRead(root)) return { folder: root, remove: () => {} };
  const folder = mkdtempSync(join('/var/tmp', 'oxygauge-stage-'));
  const copy = spawnSync('cp', ['-a', `${root}/.`, folder], { stdio: 'inherit' });
  const open = spawnSync('chmod', ['-R', 'a+rX', folder], { stdio: 'inherit' });
  if (copy.status !== 0 || open.status !== 0) throw new Error('The clone could not be copied for the tests.');
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

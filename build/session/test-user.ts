import { spawnSync } from 'node:child_process';
import { accessSync, chownSync, constants, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

const name = 'oxygauge-test';

/** The user who runs the app. Chromium's sandbox needs an ordinary user, so root delegates to one. */
export type TestUser = {
  /** Returns the command as this user runs it, with only the given environment and PATH. */
  command(command: readonly string[], environment: Record<string, string>): string[];
  giveTo(folder: string): void;
  /** Returns whether this user can read a folder. */
  canRead(folder: string): boolean;
};

/** Returns the calling user or, for root, an ordinary user that is created for it. */
export function testUser(): TestUser {
  return process.getuid?.() === 0 ? ordinaryUser() : ourselves;
}

const path = process.env.PATH ?? '/usr/local/bin:/usr/bin:/bin';

function withEnvironment(environment: Record<string, string>, command: readonly string[]): string[] {
  const values = Object.entries({ PATH: path, ...environment }).map(([key, value]) => `${key}=${value}`);
  return ['env', '--ignore-environment', ...values, ...command];
}

const ourselves: TestUser = {
  command: (command, environment) => withEnvironment(environment, command),
  giveTo: () => {},
  canRead: (folder) => {
    accessSync(folder, constants.R_OK | constants.X_OK);
    return true;
  },
};

function ordinaryUser(): TestUser {
  if (idOf('-u') === null) {
    const { status } = spawnSync('useradd', ['--system', '--no-create-home', '--shell', '/bin/sh', name], {
      stdio: 'inherit',
    });
    if (status !== 0) throw new Error(`The user ${name} could not be made.`);
  }
  const [uid, gid] = [idOf('-u'), idOf('-g')];
  if (uid === null || gid === null) throw new Error(`The user ${name} could not be found.`);
  return {
    command: (command, environment) => [
      'runuser',
      '-u',
      name,
      '--',
      ...withEnvironment(environment, command),
    ],
    giveTo: (folder) => chownSync(folder, uid, gid),
    canRead: isOpenToAll,
  };
}

function idOf(flag: '-u' | '-g'): number | null {
  const { status, stdout } = spawnSync('id', [flag, name], { encoding: 'utf8' });
  return status === 0 ? Number(stdout) : null;
}

/** Returns whether every folder of a path is open to others, which a clone below root's home is not. */
function isOpenToAll(folder: string): boolean {
  const othersReadAndEnter = 0o005;
  for (let current = resolve(folder); ; current = dirname(current)) {
    const needed = current === resolve(folder) ? othersReadAndEnter : 0o001;
    if ((statSync(current).mode & needed) !== needed) return false;
    if (current === dirname(current)) return true;
  }
}

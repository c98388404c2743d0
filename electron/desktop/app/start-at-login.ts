import { constants, mkdirSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import { app } from 'electron';
import { type CommandFailure, failed, type Outcome, succeeded } from '../../contract/failure.ts';
import type { StartAtLogin } from '../../contract/start-at-login.ts';
import { codeOf, writeTo } from '../../storage/private-files.ts';
import { readText } from '../../storage/read-file.ts';
import { say } from '../../text/say.ts';
import { autostartEntry, readEntry } from './autostart-entry.ts';
import { ownProgram } from './own-program.ts';
import type { Switches } from './switches.ts';

/** An entry is a few hundred bytes. */
const mostBytes = 64_000;

export type LoginStart = {
  read(): StartAtLogin;
  set(on: boolean): Outcome<StartAtLogin, CommandFailure>;
  /** Writes the entry again where the program has moved, such as an AppImage. */
  heal(): void;
};

/** Starts the app with the session: by an XDG autostart entry on Linux, by the system's own setting elsewhere. */
export function openStartAtLogin(switches: Switches, profile: string): LoginStart {
  if (switches.demo) return unavailable;
  return process.platform === 'linux' ? byEntry(command(switches, profile)) : bySystem;
}

function command({ ownProfile }: Switches, profile: string): string[] {
  return [
    ownProgram().execPath ?? process.execPath,
    ...(app.isPackaged ? [] : [app.getAppPath()]),
    ...(ownProfile ? [`--user-data-dir=${profile}`] : []),
    '--hidden',
  ];
}

function byEntry(words: readonly string[]): LoginStart {
  const file = join(configFolder(), 'autostart', 'oxygauge.desktop');
  const wanted = autostartEntry(words, say('files.autostart'));
  function found() {
    try {
      return readEntry(readText(file, mostBytes), wanted);
    } catch (error) {
      // What cannot be read is nothing that Oxygauge wrote.
      return codeOf(error) === 'ENOENT' ? 'none' : 'theirs';
    }
  }
  function read(): StartAtLogin {
    const entry = found();
    return entry === 'theirs' ? 'own-file' : entry === 'on' || entry === 'moved' ? 'on' : 'off';
  }
  function write(on: boolean): Outcome<StartAtLogin, CommandFailure> {
    if (found() === 'theirs') return succeeded('own-file');
    try {
      if (on) replaceEntry(file, wanted);
      else rmSync(file, { force: true });
      return succeeded(read());
    } catch (error) {
      return failed({ kind: 'not-saved', code: codeOf(error) });
    }
  }
  return {
    read,
    set: write,
    heal() {
      if (found() === 'moved') write(true);
    },
  };
}

/** Replaces the file as a whole. The folder belongs to the user, so its permissions stay. */
function replaceEntry(file: string, text: string): void {
  const fresh = `${file}.new`;
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeTo(fresh, constants.O_TRUNC, text, true);
  renameSync(fresh, file);
}

/** The specification ignores a relative path. */
function configFolder(): string {
  const given = process.env.XDG_CONFIG_HOME ?? '';
  return isAbsolute(given) ? given : join(homedir(), '.config');
}

const args = ['--hidden'];

const bySystem: LoginStart = {
  read: () => (app.getLoginItemSettings({ args }).openAtLogin ? 'on' : 'off'),
  set(on) {
    app.setLoginItemSettings({ openAtLogin: on, args });
    return succeeded(this.read());
  },
  heal() {},
};

const unavailable: LoginStart = {
  read: () => 'unavailable',
  set: () => succeeded('unavailable'),
  heal() {},
};

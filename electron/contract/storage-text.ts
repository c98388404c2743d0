import { sentence } from './sentence.ts';
import type { Kept, OddFile, WriteFailure } from './storage.ts';

const names: Record<Kept, string> = {
  settings: 'the settings',
  'sign-in': 'the sign-in',
  'sub-users': 'the known sub-users',
  history: 'the history',
  alerts: 'the alert log',
  'alert-memory': 'what you were alerted to',
  targets: 'the targets that were read',
  log: 'the log',
};

/** What happens instead, where nothing in a file can be used. */
const instead: Partial<Record<Kept, string>> = {
  settings: 'The defaults are used.',
  'sign-in': 'Sign in again.',
  'alert-memory': 'What you were told before may be told once more.',
};

/** What a person is told while something cannot be written. */
export function failingText({ what, code }: WriteFailure): string {
  return `${sentence(names[what])} cannot be saved: ${reasonOf(code)}. Oxygauge goes on watching and tries again every minute.`;
}

function reasonOf(code: string): string {
  switch (code) {
    case 'ENOSPC':
      return 'the disk is full';
    case 'EDQUOT':
      return 'your share of the disk is full';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `its folder cannot be written to (${code})`;
    default:
      return `the system says ${code}`;
  }
}

/** What a person is told about a file that was not understood. */
export function oddFileText({ what, why, copy }: OddFile): string {
  const name = names[what];
  switch (why) {
    case 'unreadable': {
      const kept = copy === null ? '' : ` The file was set aside as ${copy}.`;
      return `${sentence(name)} could not be read.${kept} ${instead[what] ?? 'It begins anew.'}`;
    }
    case 'values': {
      const kept = copy === null ? '' : ` The file as it was is kept as ${copy}.`;
      const rest = what === 'settings' ? 'the defaults are used for it' : 'it is left out';
      return `A part of ${name} could not be read, so ${rest}.${kept}`;
    }
    case 'newer': {
      const kept =
        copy === null
          ? 'The file is left as it is until something has to be written'
          : `The file as it was is kept as ${copy}`;
      return `A newer version of Oxygauge wrote ${name}. What this one understands is used. ${kept}.`;
    }
  }
}

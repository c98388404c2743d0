import type { FaultArea } from './fault.ts';

/** Faults of the files of a profile. */
export const storage = {
  area: 'storage',
  faults: {
    'settings-corrupt': {
      fault: 'settings.json holds something other than settings',
      expected: 'it is set aside with its time, the defaults are used, and the window says so',
    },
    'settings-truncated': {
      fault: 'settings.json ends in the middle',
      expected: 'it is set aside whole, and the defaults are used',
    },
    'settings-nul-filled': {
      fault: 'settings.json holds NUL bytes, as after a power cut',
      expected: 'it is set aside, and the defaults are used',
    },
    'settings-empty': {
      fault: 'settings.json is empty',
      expected: 'it is set aside, and the defaults are used',
    },
    'bad-key': {
      fault: 'one setting has an invalid value',
      expected: 'that one has its default, all others stay, and a copy of the file is kept',
    },
    'newer-version': {
      fault: 'a newer version of the app wrote the file',
      expected: 'it stays as it is until something is written, and then a copy is kept and reported',
    },
    'older-version': {
      fault: 'an older version of the app wrote the file',
      expected: 'its values are migrated step by step',
    },
    'vault-corrupt': {
      fault: 'the vault is not readable',
      expected: 'it is set aside, the window says so, and the user can sign in',
    },
    'vault-newer': {
      fault: 'a newer version of the app wrote the vault',
      expected: 'signing in keeps a copy of it; signing out erases the copies too',
    },
    'history-torn': {
      fault: 'a line of the history was cut short',
      expected: 'all whole lines are read, and the next one starts on its own line',
    },
    'memory-corrupt': {
      fault: 'the memory of past alerts is not readable',
      expected: 'it is set aside and reported, and alerts go on',
    },
    'roster-row': {
      fault: 'one row of the known sub-users is not understood',
      expected: 'the others stay known',
    },
    'disk-full': {
      fault: 'the disk is full (ENOSPC)',
      expected:
        'nothing throws, it is reported once, what was there stays, and all is written when there is room',
    },
    'read-only-at-start': {
      fault: 'the profile cannot be written from the start',
      expected: 'the app starts, says so and keeps polling',
    },
    'disk-full-at-start': {
      fault: 'a profile that was used before lies on a full disk',
      expected: 'the app starts, restores the sign-in and keeps polling',
    },
    'read-only-used': {
      fault: 'no file of a profile that was used before can be written',
      expected: 'the app starts, says so, restores the sign-in and keeps polling',
    },
    'read-only-later': {
      fault: 'the profile becomes read-only while the app runs',
      expected:
        'it is reported, the app keeps running, and once it can write again it has written all and the report is gone',
    },
    'orphan-temporaries': {
      fault: 'a kill in the middle of a write left temporary files',
      expected: 'they are swept at start, and nothing else is',
    },
    modes: {
      fault: 'another user of the computer looks into the profile',
      expected: 'every file is 0600 in a 0700 folder',
    },
    'not-a-file': {
      fault: 'a FIFO, a folder or a device is in place of a file',
      expected: 'a start reads and writes all the same, and reports it',
    },
    'damaged-while-running': {
      fault: 'settings.json is damaged or replaced while the app runs',
      expected: 'the next change is saved',
    },
    'too-large': {
      fault: 'a file has grown beyond what can be read',
      expected: 'the newest part is read in a moment, and the rest is reported',
    },
    'stops-start': {
      fault: 'two starts with the same settings never came up',
      expected: 'the settings are set aside at the third, and reported',
    },
    'log-full': {
      fault: 'the log is written to for years',
      expected: 'two files of a bounded size, with the newest lines',
    },
  },
} satisfies FaultArea;

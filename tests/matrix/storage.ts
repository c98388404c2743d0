import type { FaultArea } from './fault.ts';

/** What can be wrong with the files of a profile. */
export const storage = {
  area: 'storage',
  faults: {
    'settings-corrupt': {
      fault: 'settings.json holds something else than settings',
      expected: 'it is set aside with its time, the defaults are used, and the person is told',
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
      fault: 'one setting has a value that is none',
      expected: 'that one has its default, all others stay, and a copy of the file is kept',
    },
    'newer-version': {
      fault: 'a newer version of the app wrote the file',
      expected: 'it stays as it is until something is written, and then a copy is kept and told',
    },
    'older-version': {
      fault: 'an older version of the app wrote the file',
      expected: 'its values are lifted step by step',
    },
    'vault-corrupt': {
      fault: 'the vault is not readable',
      expected: 'it is set aside, the person is told and can sign in',
    },
    'vault-newer': {
      fault: 'a newer version of the app wrote the vault',
      expected: 'signing in keeps a copy of it; signing out erases the copies too',
    },
    'history-torn': {
      fault: 'a line of the history was cut short',
      expected: 'all whole lines are read, and the next one begins anew',
    },
    'memory-corrupt': {
      fault: 'the memory of what was alerted to is not readable',
      expected: 'it is set aside and told, and the watch goes on',
    },
    'roster-row': {
      fault: 'one row of the known sub-users is not understood',
      expected: 'the others stay known',
    },
    'disk-full': {
      fault: 'the disk is full (ENOSPC)',
      expected:
        'nothing throws, it is told once, what was there stays, and all is written when there is room',
    },
    'read-only-at-start': {
      fault: 'the profile cannot be written from the start',
      expected: 'the app starts, says so and watches',
    },
    'read-only-later': {
      fault: 'the profile becomes read-only while the app runs',
      expected: 'it is said, the app goes on, and once it can write again it has and says no more',
    },
    'orphan-temporaries': {
      fault: 'a kill in the middle of a write left temporary files',
      expected: 'they are swept at start, and nothing else is',
    },
    modes: {
      fault: 'another user of the computer looks into the profile',
      expected: 'every file is 0600 in a 0700 folder',
    },
    'log-full': {
      fault: 'the log is written to for years',
      expected: 'two files of a bounded size, with the newest lines',
    },
  },
} satisfies FaultArea;

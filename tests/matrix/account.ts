import type { FaultArea } from './fault.ts';

/** Faults of the sign-in. */
export const account = {
  area: 'account',
  faults: {
    'password-changed': {
      fault: 'The password was changed elsewhere',
      expected:
        'signed out after the API refused twice, a minute apart; the secret stays, and neither this nor the next start sends it again unless the user asks',
    },
    'page-at-renewal': {
      fault: 'A firewall or a captive portal answers the renewal with 401 or 403',
      expected: 'reported; still signed in with the secret kept, and the next good answer is used',
    },
    standstill: {
      fault: 'The traffic cannot be watched: signed out, an hour of failures, a day without a figure',
      expected: 'one notification, kept until the system shows it, and one when all is well again',
    },
    'forgotten-while-saving': {
      fault: 'The user signs out or forgets the account while the keyring still encrypts',
      expected: 'nothing is written afterwards, and the next start is signed out',
    },
    'user-deleted': {
      fault: 'The account is gone: 404 on every call',
      expected:
        'reported; still signed in; old figures and all known sub-users stay, whatever is done to them',
    },
    'token-of-another': {
      fault: 'The token is another user’s: 403 on every call',
      expected: 'reported; still signed in; the old figures stay, and the next good answer is used',
    },
    'another-user-id': {
      fault: 'A renewed login returns another user_id',
      expected: 'figures of one account are never shown as the other’s',
    },
    'clock-ahead': {
      fault: 'The clock goes two hours forward',
      expected: 'the token is renewed, and figures look stale until they are read again',
    },
    'clock-back': {
      fault: 'The clock goes two hours back',
      expected: 'the token is renewed, refreshing goes on, and a reading from the future does not look fresh',
    },
    'keyring-locked': {
      fault: 'The keyring is locked and does not answer',
      expected: 'given up after 20 s and reported, and the secret is kept until it is unlocked',
    },
    'keyring-dies': {
      fault: 'The keyring dies while it is asked',
      expected: 'signed in for this run, and the window says so',
    },
    'keyring-refuses': {
      fault: 'The keyring answers every call with an error',
      expected: 'signed in for this run, and the window says so',
    },
    'keyring-prompt-cancelled': {
      fault: 'The keyring prompts and the user cancels',
      expected: 'signed in for this run, and the window says so',
    },
  },
} as const satisfies FaultArea;

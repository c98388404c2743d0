import type { FaultArea } from './fault.ts';

/** What becomes of the sign-in. */
export const account = {
  area: 'account',
  faults: {
    'password-changed': {
      fault: 'The password was changed elsewhere',
      expected: 'signed out after one refused login, which is not repeated, also not by the next start',
    },
    'user-deleted': {
      fault: 'The account is gone: 404 on every call',
      expected: 'said; still signed in; old figures and all known sub-users stay, whatever is done to them',
    },
    'token-of-another': {
      fault: 'The token is another user’s: 403 on every call',
      expected: 'said; still signed in; the old figures stay, and the next good answer is taken',
    },
    'another-user-id': {
      fault: 'A renewed login tells another user_id',
      expected: 'figures of one account are never shown as the other’s',
    },
    'clock-ahead': {
      fault: 'The clock goes two hours forward',
      expected: 'the token is renewed, and figures are told as old until they are read again',
    },
    'clock-back': {
      fault: 'The clock goes two hours back',
      expected:
        'the token is renewed, refreshing goes on, and what was read in the future is not called fresh',
    },
    'keyring-locked': {
      fault: 'The keyring is locked and does not answer',
      expected: 'given up after 20 s, said, and the secret kept for when it is unlocked',
    },
    'keyring-dies': {
      fault: 'The keyring dies while it is asked',
      expected: 'signed in for this run, and said',
    },
    'keyring-refuses': {
      fault: 'The keyring answers every call with an error',
      expected: 'signed in for this run, and said',
    },
    'keyring-prompt-cancelled': {
      fault: 'The keyring asks the person, who cancels',
      expected: 'signed in for this run, and said',
    },
  },
} as const satisfies FaultArea;

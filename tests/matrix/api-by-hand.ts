import type { FaultArea } from './fault.ts';

/** Faults that the record of requests and the console meet. */
export const apiByHand = {
  area: 'api-by-hand',
  faults: {
    'lost-answer': {
      fault: 'The answer to a write of the console is lost',
      expected: 'it is sent once, and the list says what is true',
    },
    'changed-elsewhere': {
      fault: 'A sub-user was changed elsewhere after the console showed it',
      expected: 'nothing is sent, and the difference is named',
    },
    'main-user': {
      fault: 'The console is asked to delete the main user',
      expected: 'nothing is sent',
    },
    'repeated-password': {
      fault: 'The API’s refusal repeats the password that was sent',
      expected: 'its words are shown without the password',
    },
    'many-requests': {
      fault: 'More requests and larger answers than the record holds',
      expected: 'the last 500 are kept, and fewer where they are large',
    },
    'recorder-throws': {
      fault: 'The record itself fails',
      expected: 'the request is not touched by it, and the failure is reported',
    },
  },
} as const satisfies FaultArea;

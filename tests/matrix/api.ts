import type { FaultArea } from './fault.ts';

const refusedOnce = 'shown in the API’s own words, not retried, and the write does not count as done';
const passing = 'a read is tried three times; a write is sent once, and the list shows whether it was done';

/** Answers of the API itself. In each row a figure that could not be read keeps its old value and age, and the next refresh succeeds. */
export const api = {
  area: 'api',
  faults: {
    'status-400': { fault: 'Status 400', expected: refusedOnce },
    'status-401': {
      fault: 'Status 401',
      expected: 'one new login however many calls meet it, after which reads and writes are done once',
    },
    'status-403': { fault: 'Status 403', expected: refusedOnce },
    'status-404': {
      fault: 'Status 404',
      expected: 'reported, not retried; a write that meets it forgets its sub-user',
    },
    'status-408': { fault: 'Status 408', expected: passing },
    'status-409': { fault: 'Status 409', expected: refusedOnce },
    'status-413': { fault: 'Status 413', expected: refusedOnce },
    'status-429': {
      fault: 'Status 429 without Retry-After',
      expected:
        'a read is tried three times, a write once; then the message says that Oxylabs asks for fewer requests',
    },
    '429-seconds': {
      fault: 'Status 429 with Retry-After in seconds',
      expected: 'a short pause is waited for, a long one is left to the poller, which keeps it',
    },
    '429-date': {
      fault: 'Status 429 with Retry-After as a date',
      expected: 'understood as the time until then, and kept',
    },
    '429-absurd': {
      fault: 'Status 429 with Retry-After of years, or of nonsense',
      expected: 'an hour at most is waited for; nonsense is ignored',
    },
    'status-500': { fault: 'Status 500', expected: passing },
    'status-502': { fault: 'Status 502', expected: passing },
    'status-503': { fault: 'Status 503', expected: passing },
    'status-504': { fault: 'Status 504', expected: passing },
    'empty-200': {
      fault: 'Status 200 and no body',
      expected: 'no answer to a read: reported, and the old figures stay; for a write it is a valid answer',
    },
    null: {
      fault: '`null` for an answer',
      expected: 'not understood, reported, and never shown as no traffic',
    },
    'array-for-object': {
      fault: 'An array where an object belongs, and the other way round',
      expected: 'not understood, reported, and the old figures stay',
    },
    'truncated-json': {
      fault: 'JSON that ends in the middle',
      expected: 'not understood, and none of it shown',
    },
    'duplicate-keys': { fault: 'A key that comes twice', expected: 'read as JSON is: the last one counts' },
    proto: {
      fault: 'A key `__proto__`, `constructor` or `prototype`',
      expected: 'ignored: nothing gets a property from it',
    },
    'nan-like': {
      fault: '`"NaN"`, `"1.5"`, `true` or `{}` for a figure',
      expected: 'the figure is unknown, never zero, and the rest of the row is shown',
    },
    negative: { fault: 'A negative figure', expected: 'the figure is unknown, never zero' },
    huge: {
      fault: '1e308 and 1e999 for a figure',
      expected: 'the figure is unknown, and no sum is Infinity',
    },
    'big-id': {
      fault: 'An id above 2^53',
      expected: 'the row is set aside and counted: another sub-user could be meant',
    },
    'duplicate-id': { fault: 'An id that comes twice', expected: 'the second is set aside and counted' },
    'many-rows': { fault: '50,000 sub-users', expected: 'all are read, in one request' },
    'unknown-status': {
      fault: 'An undocumented status',
      expected: 'unknown, neither active nor disabled',
    },
    'nonsense-dates': {
      fault: 'Days that do not exist',
      expected: 'unknown, and the figure beside them is shown',
    },
  },
} as const satisfies FaultArea;

import type { FaultArea } from './fault.ts';

/** The app ends without notice: a power cut, the system's out-of-memory killer, `kill -9`. */
export const kill = {
  area: 'kill',
  faults: {
    'while-writing': {
      fault: 'killed at a random moment, again and again, while it writes what it keeps',
      expected:
        'settings, alert memory, alert log and history read back whole, with at most the last entry lost',
    },
    'in-a-task': {
      fault:
        'killed between any two writes and requests of a task, with cut, late, repeated and refused answers',
      expected: 'nothing is doubled, no password is lost, nothing is reported wrongly, others’ changes stay',
    },
    'torn-line': {
      fault: 'a file of lines is cut off at any byte',
      expected: 'every whole line is read, the torn one is not, and the next line is not glued to it',
    },
  },
} satisfies FaultArea;

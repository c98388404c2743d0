import type { FaultArea } from './fault.ts';

/** Faults of an own entry name. The check sends no login, asks the resolver and that host only, and ends within its limits. */
export const ownEntry = {
  area: 'own-entry',
  faults: {
    loop: {
      fault: 'The aliases lead back to themselves',
      expected: 'the loop is shown, and nothing is connected to',
    },
    'many-aliases': {
      fault: 'The name has 50 aliases in a row',
      expected: 'given up after 16, and nothing is connected to',
    },
    missing: {
      fault: 'The name, or what it leads to, does not exist',
      expected: 'the missing name is shown, and nothing is connected to',
    },
    'no-answer': {
      fault: 'The resolver does not answer',
      expected: 'unknown is said to be unknown, in time',
    },
    changing: {
      fault: 'The addresses change between two questions',
      expected: 'the change is said, and nothing is held to be proved',
    },
    private: {
      fault: 'The name leads to a private address',
      expected: 'it is said, and checked like any other',
    },
    'provider-proxy': {
      fault: 'The DNS provider puts its own proxy before the name',
      expected: 'the addresses are recognised as the provider’s',
    },
    elsewhere: { fault: 'The name leads to other hosts', expected: 'it is not held to lead to Oxylabs' },
    'closed-port': { fault: 'Nothing answers on port 7777', expected: 'the port is named as the reason' },
    certificate: {
      fault: 'The certificate has other names, is not trusted, or is none',
      expected: 'the names are shown, and no password is sent',
    },
  },
} as const satisfies FaultArea;

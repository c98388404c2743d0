import type { FaultArea } from './fault.ts';

/** Faults of the vendor's proxy in a connection test. In each row one connection is made, and nothing is tried again. */
export const proxy = {
  area: 'proxy',
  faults: {
    refusal: {
      fault: 'The proxy refuses, with any answer that Oxylabs documents',
      expected: 'its own words are shown, with what they mean and what can be done',
    },
    'socks-refusal': {
      fault: 'A SOCKS5 proxy refuses with a number',
      expected: 'the number is read as what it means, without words',
    },
    'nothing-listens': {
      fault: 'Nothing listens at the entry',
      expected: 'the step and the reason are named',
    },
    silent: {
      fault: 'The proxy accepts the connection, or opens the tunnel, and says nothing',
      expected: 'the test ends by the limit of that step',
    },
    'http-0-9': {
      fault: 'The proxy answers without a status line, as HTTP/0.9 did',
      expected: 'it is reported as something that is no proxy',
    },
    'big-headers': {
      fault: 'The proxy answers with 1 MB of headers',
      expected: 'it is given up and reported as something that is no proxy',
    },
    'closed-in-handshake': {
      fault: 'The connection is closed in the TLS handshake with the target',
      expected: 'the test ends at once, at that step',
    },
    'plain-after-200': {
      fault: 'The proxy answers 200 and then plain text',
      expected: 'it is reported as no tunnel',
    },
    'entry-certificate': {
      fault: 'The certificate of an HTTPS proxy has another name',
      expected: 'no password is sent, and the certificate is named as the reason',
    },
    'location-html': { fault: 'The target answers with HTML', expected: 'it is reported as a page' },
    'location-huge': {
      fault: 'The target answers with 5 MB',
      expected: 'it is given up after 64 KB',
    },
    'location-markup': {
      fault: 'The target’s answer has markup in every field',
      expected: 'an address that is none is no answer; other fields are short text',
    },
    'location-drip': {
      fault: 'The target begins its answer and never ends it',
      expected: 'the time limit covers the body as well',
    },
    'limit-midway': {
      fault: 'The limit is reached in the middle of the tunnel',
      expected: 'the cut is reported, and the next test names the limit',
    },
    'long-login': {
      fault: 'The name has 300 characters, the city quotes and $()',
      expected: 'they reach the proxy as they are, and nothing else is added',
    },
  },
} as const satisfies FaultArea;

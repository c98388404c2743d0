import type { FaultArea } from './fault.ts';

/** What the network between the app and the API does. In each row the old figures stay with their age, and the next refresh is good. */
export const network = {
  area: 'network',
  faults: {
    refused: {
      fault: 'Nothing listens at the address',
      expected: 'tried three times, said in words; no write is sent or counted as done',
    },
    'reset-at-connect': {
      fault: 'The connection is reset as soon as it is made',
      expected: 'a read is tried three times, a write once; then it is said that the connection was cut',
    },
    'reset-in-headers': {
      fault: 'The connection is reset in the middle of the headers',
      expected: 'a read is tried three times; a write is sent once, and the list tells whether it was done',
    },
    'reset-in-body': {
      fault: 'The connection is reset in the middle of the body',
      expected: 'half an answer is never shown; a write is sent once, and the list tells whether it was done',
    },
    dns: {
      fault: 'The name of the API is not found',
      expected: 'tried three times, and told apart from a server that is down',
    },
    'tls-expired': {
      fault: 'The certificate has expired',
      expected: 'nothing is sent, nothing is tried again, and the certificate is named as the reason',
    },
    'tls-wrong-host': {
      fault: 'The certificate is for another host',
      expected: 'nothing is sent, nothing is tried again, and the certificate is named as the reason',
    },
    'tls-unknown-ca': {
      fault: 'The certificate is by an authority that nobody knows',
      expected: 'nothing is sent, nothing is tried again, and the certificate is named as the reason',
    },
    'captive-portal': {
      fault: 'A network’s sign-in page answers everything with status 200 and HTML',
      expected:
        'it is no answer to a question and no success of a write, and the page is named as the reason',
    },
    'proxy-auth': {
      fault: 'The system’s proxy asks for a password',
      expected: 'not tried again, and the proxy is named as the reason',
    },
    hang: {
      fault: 'The other side takes the request and is silent for ever',
      expected: 'each try and all tries together end by the time limit; a write is sent once',
    },
    drip: {
      fault: 'The body comes a byte a second',
      expected: 'the time limit covers the body as well; a write is sent once',
    },
    'big-body': {
      fault: 'The body has 100 MB',
      expected: 'given up after 10 MB, not tried again, and the server is stopped early',
    },
    'length-too-long': {
      fault: 'Content-Length promises more than comes',
      expected: 'half an answer is never shown; a write is sent once, and the list tells whether it was done',
    },
    'length-too-short': {
      fault: 'Content-Length promises less than comes',
      expected: 'the rest is not taken for the next answer, and the cut answer is not understood',
    },
    'gzip-bomb': {
      fault: 'A small body unpacks to 100 MB',
      expected: 'given up after 10 MB of what it unpacks to, and not tried again',
    },
    redirect: {
      fault: 'The answer redirects to another host',
      expected: 'it is not followed: the other host gets neither the authorization nor any request',
    },
  },
} as const satisfies FaultArea;

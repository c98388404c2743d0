import type { FaultArea } from './fault.ts';

/** Faults of the network between the app and the API. In each row the old figures stay with their age, and the next refresh succeeds. */
export const network = {
  area: 'network',
  faults: {
    refused: {
      fault: 'Nothing listens at the address',
      expected: 'tried three times and reported; no write is sent or counted as done',
    },
    'reset-at-connect': {
      fault: 'The connection is reset as soon as it is made',
      expected:
        'a read is tried three times, a write once; then the message says that the connection was cut',
    },
    'reset-in-headers': {
      fault: 'The connection is reset in the middle of the headers',
      expected: 'a read is tried three times; a write is sent once, and the list shows whether it was done',
    },
    'reset-in-body': {
      fault: 'The connection is reset in the middle of the body',
      expected: 'half an answer is never shown; a write is sent once, and the list shows whether it was done',
    },
    dns: {
      fault: 'The name of the API is not found',
      expected: 'tried three times, and told apart from a server that is down',
    },
    'tls-expired': {
      fault: 'The certificate has expired',
      expected: 'nothing is sent, nothing is retried, and the certificate is named as the reason',
    },
    'tls-wrong-host': {
      fault: 'The certificate is for another host',
      expected: 'nothing is sent, nothing is retried, and the certificate is named as the reason',
    },
    'tls-unknown-ca': {
      fault: 'The certificate is by an unknown authority',
      expected: 'nothing is sent, nothing is retried, and the certificate is named as the reason',
    },
    'captive-portal': {
      fault: 'A captive portal answers everything with status 200 and HTML',
      expected: 'it is no answer to a read and no success of a write, and the portal is named as the reason',
    },
    'proxy-auth': {
      fault: 'The system’s proxy asks for a password',
      expected: 'not retried, and the proxy is named as the reason',
    },
    hang: {
      fault: 'The server accepts the request and never answers',
      expected: 'each attempt and all attempts together end by the time limit; a write is sent once',
    },
    drip: {
      fault: 'The body comes a byte a second',
      expected: 'the time limit covers the body as well; a write is sent once',
    },
    'big-body': {
      fault: 'The body has 100 MB',
      expected: 'given up after 10 MB, not retried, and the server is stopped early',
    },
    'length-too-long': {
      fault: 'Content-Length promises more than comes',
      expected: 'half an answer is never shown; a write is sent once, and the list shows whether it was done',
    },
    'length-too-short': {
      fault: 'Content-Length promises less than comes',
      expected: 'the rest is not read as the next answer, and the cut answer is not understood',
    },
    'gzip-bomb': {
      fault: 'A small body unpacks to 100 MB',
      expected: 'given up after 10 MB of unpacked data, and not retried',
    },
    redirect: {
      fault: 'The answer redirects to another host',
      expected: 'it is not followed: the other host gets neither the authorization nor any request',
    },
  },
} as const satisfies FaultArea;

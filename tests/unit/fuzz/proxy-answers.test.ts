import { type Duplex, duplexPair } from 'node:stream';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tryConnection } from '../../../electron/monitor/connection/try-connection.ts';
import { Secret } from '../../../electron/oxylabs/secret.ts';

const limits = { dnsMs: 20, connectMs: 20, tlsMs: 20, tunnelMs: 20, answerMs: 20 };
const password = 'Fuzzed_password_1';

/** Beginnings that get a hostile answer further than noise would. */
const beginnings = [
  '',
  'HTTP/1.1 200 OK\r\n\r\n',
  'HTTP/1.1 407 No\r\nX-Error-Description: ',
  'HTTP/1.1 100 Continue\r\n\r\n',
  'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n',
  '\x05\x02',
  '\x05\x02\x01\x00\x05\x00\x00\x03\xff',
];
const answer = fc
  .tuple(fc.constantFrom(...beginnings), fc.uint8Array({ maxLength: 300 }))
  .map(([text, noise]) => Buffer.concat([Buffer.from(text, 'latin1'), noise]));

/** Answers everything that is sent with these bytes in turn, and closes after the last. */
function answering(answers: readonly Buffer[]): Duplex {
  const [near, far] = duplexPair();
  const rest = [...answers];
  far.on('error', () => {});
  far.on('data', () => {
    const next = rest.shift();
    if (next === undefined) far.end();
    else far.write(next);
  });
  return near;
}

test('whatever a proxy and its target answer, a test ends with a report that holds no password', async () => {
  const wanted = fc.record({
    protocol: fc.constantFrom('http', 'socks5'),
    answers: fc.array(answer, { maxLength: 4 }),
  });
  await fc.assert(
    fc.asyncProperty(wanted, async ({ protocol, answers }) => {
      const tried = await tryConnection(
        {
          // Without TLS, so that the noise reaches the reader of the location too.
          network: { connect: async () => answering(answers), secure: async (socket) => socket },
          limits,
          elapsed: () => 0,
        },
        {
          entry: { host: 'pr.oxylabs.io', port: 7777 },
          protocol,
          login: { username: 'customer-one', password: new Secret(password) },
        },
      );
      expect(tried.kind === 'works' || tried.problem).toBeTruthy();
      expect(JSON.stringify(tried)).not.toContain(password);
    }),
    { numRuns: 200 },
  );
}, 60_000);

import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { VersionList } from '../../../electron/monitor/releases/signed-list.ts';

export type Answer = (response: ServerResponse) => void;

const pair = () => generateKeyPairSync('ed25519');
const release = pair();

/** The key that the tests release with. It exists for this run only. */
export const releaseKey = release.publicKey;
const otherKey = pair().privateKey;

export const listOf = (newest: string, issuedAt = 1_000): VersionList => ({
  product: 'oxygauge',
  format: 1,
  issuedAt,
  newest,
});

function signed(list: VersionList, key: KeyObject = release.privateKey): Buffer {
  const text = `${JSON.stringify(list)}\n`;
  return Buffer.from(`${sign(null, Buffer.from(text), key).toString('base64')}\n${text}`);
}

const send =
  (body: Buffer): Answer =>
  (response) =>
    response.end(body);

/** What a server may answer in place of the list, or an attacker on the way. */
export const answers = {
  good: (newest = '0.2.0', issuedAt = 1_000): Answer => send(signed(listOf(newest, issuedAt))),
  /** The byte at the place differs. */
  tampered(at: number): Answer {
    const body = signed(listOf('0.2.0'));
    body[at] = (body[at] ?? 0) ^ 1;
    return send(body);
  },
  otherKey: send(signed(listOf('9.9.9'), otherKey)),
  unsigned: send(Buffer.from(JSON.stringify(listOf('9.9.9')))),
  half: send(signed(listOf('0.2.0')).subarray(0, 120)),
  /** Promises the whole list and cuts the connection in its middle. */
  cut(response: ServerResponse) {
    const body = signed(listOf('0.2.0'));
    response.writeHead(200, { 'content-length': body.length });
    response.write(body.subarray(0, 120), () => response.destroy());
  },
  /** Sends the list and keeps the body open. */
  hanging(response: ServerResponse) {
    response.write(signed(listOf('0.2.0')));
  },
  silent() {},
  huge: send(Buffer.concat([signed(listOf('0.2.0')), Buffer.alloc(1_000_000, ' ')])),
  redirected(response: ServerResponse) {
    response.writeHead(302, { location: '/moved', 'set-cookie': 'id=1' }).end();
  },
  failing(response: ServerResponse) {
    response.writeHead(500).end(signed(listOf('0.2.0')));
  },
};

export const listBytes = signed(listOf('0.2.0')).length;

export type VersionServer = {
  address: string;
  port: number;
  requests: IncomingMessage[];
  answer: Answer;
  close(): Promise<void>;
};

/** Serves the list of versions on loopback. `/moved` has a good one, for who follows a redirect. */
export async function startVersionServer(): Promise<VersionServer> {
  const server = createServer((request, response) => {
    served.requests.push(request);
    (request.url === '/moved' ? answers.good('9.9.9') : served.answer)(response);
  });
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  const { port } = server.address() as AddressInfo;
  const served: VersionServer = {
    address: `http://127.0.0.1:${port}/versions.txt`,
    port,
    requests: [],
    answer: answers.good(),
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
  return served;
}

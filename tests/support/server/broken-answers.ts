import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { setTimeout as pass } from 'node:timers/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Harm } from './simulator-server.ts';

/** Writes raw bytes, and then resets the connection or leaves it open. */
function writeRaw(response: ServerResponse, text: string, then: 'reset' | 'stay'): void {
  response.socket?.write(text, () => then === 'reset' && response.socket?.resetAndDestroy());
}

const head = (length: number) =>
  `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n`;

/** A write is often carried out before the network loses its answer. An empty body would leave nothing to damage. */
const bodyOf = (text: string) => (text === '' ? '{"done":true}' : text);

/** Closes the connection without a byte of an answer. */
export const hangUp: Harm = (response, honest) => {
  honest();
  response.destroy();
};

export const resetInHeaders: Harm = (response, honest) => {
  honest();
  writeRaw(response, 'HTTP/1.1 200 OK\r\nContent-Ty', 'reset');
};

export const resetInBody: Harm = (response, honest) => {
  const body = bodyOf(honest().body);
  writeRaw(response, head(body.length) + body.slice(0, body.length / 2), 'reset');
};

/** Ends in order before the promised length was sent. */
export const lengthTooLong: Harm = (response, honest) => {
  const body = bodyOf(honest().body);
  response.socket?.end(head(body.length + 10) + body);
};

/** Keeps the connection open, with the surplus bytes in it. */
export const lengthTooShort: Harm = (response, honest) => {
  const body = bodyOf(honest().body);
  writeRaw(response, head(body.length - 5) + body, 'stay');
};

export const captivePortal: Harm = (response) => {
  response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><title>Welcome</title>');
};

export const silence: Harm = (_response, honest) => void honest();

export const dripping: Harm = async (response, honest) => {
  const body = bodyOf(honest().body);
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': body.length });
  for (const byte of Buffer.from(body)) {
    if (response.destroyed) return;
    response.write(Buffer.of(byte));
    await pass(1_000);
  }
  response.end();
};

/** Sends a good answer with a cookie. */
export const withCookie: Harm = (response, honest) => {
  const { status, headers, body } = honest();
  response.writeHead(status, { ...headers, 'Set-Cookie': 'session=1; Path=/' }).end(body);
};

/** Redirects with the same method. */
export function redirectTo(url: string): Harm {
  return (response, honest) => {
    honest();
    response.writeHead(307, { Location: url }).end();
  };
}

const mebibyte = 1024 * 1024;

/** Sends 100 MB as fast as the client reads. `sentBytes` returns how many were sent. */
export function bigBody(): { by: Harm; sentBytes(): number; isOver(): boolean } {
  let sentBytes = 0;
  let over = false;
  const chunk = Buffer.alloc(64 * 1024, ' ');
  return {
    sentBytes: () => sentBytes,
    isOver: () => over,
    async by(response, honest) {
      honest();
      response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': 100 * mebibyte });
      const closed = once(response, 'close').then(() => {
        over = true;
      });
      for (let left = 100 * mebibyte; left > 0 && !response.destroyed; left -= chunk.length) {
        sentBytes += chunk.length;
        if (!response.write(chunk)) await Promise.race([once(response, 'drain'), closed]);
      }
      response.end();
    },
  };
}

const pack = promisify(gzip);
let bomb: Promise<Buffer> | null = null;

/** Sends 450 KB that unpack to 100 MB. */
export const gzipBomb: Harm = async (response, honest) => {
  honest();
  // Beside the loop and at the quickest level: a client in the same process would run into its time limit.
  bomb ??= pack(Buffer.alloc(100 * mebibyte, ' '), { level: 1 });
  const packed = await bomb;
  response
    .writeHead(200, {
      'Content-Type': 'application/json',
      'Content-Encoding': 'gzip',
      'Content-Length': packed.length,
    })
    .end(packed);
};

import { request as httpRequest } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Secret } from '../../oxylabs/secret.ts';
import { meaningOf } from '../../proxy/answers.ts';
import { plainLine } from '../../proxy/location.ts';
import { Stopped } from './stopped.ts';

export type Login = { username: string; password: Secret };

const longestWords = 300;

/**
 * Asks an HTTP proxy for a tunnel on an open connection. Chromium and proxy agents report a refusal without its header, which
 * holds the vendor's words.
 */
export async function openHttpTunnel(socket: Duplex, target: string, login: Login): Promise<Duplex> {
  // The first colon ends the name.
  if (login.username.includes(':')) throw new Stopped('bad-request');
  const basic = Buffer.from(`${login.username}:${login.password.reveal()}`, 'utf8').toString('base64');
  const request = httpRequest({
    method: 'CONNECT',
    path: target,
    headers: { Host: target, 'Proxy-Authorization': `Basic ${basic}`, Connection: 'keep-alive' },
    createConnection: () => socket,
  });
  return new Promise((done, fail) => {
    request.on('connect', ({ statusCode = 0, headers }, tunnel, head) => {
      if (statusCode < 200 || statusCode > 299) {
        const words = wordsIn(headers['x-error-description']);
        fail(new Stopped(meaningOf(statusCode, words), { status: statusCode, words }));
        return;
      }
      if (head.length > 0) tunnel.unshift(head);
      done(tunnel);
    });
    request.on('error', (error) => fail(isUnreadable(error) ? new Stopped('not-a-proxy') : error));
    // Never for a CONNECT, but an answer before the tunnel is no proxy's.
    request.on('response', () => fail(new Stopped('not-a-proxy')));
    request.end();
  });
}

function isUnreadable(error: NodeJS.ErrnoException): boolean {
  return error.code?.startsWith('HPE_') ?? false;
}

function wordsIn(header: string | string[] | undefined): string | null {
  const plain = plainLine([header ?? ''].flat().join(' '));
  return plain === '' ? null : plain.slice(0, longestWords);
}

import { request as httpRequest, type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Exit } from '../../contract/connection-test.ts';
import { isPage, locationLimitBytes, readLocation } from '../../proxy/location.ts';
import { Stopped } from './stopped.ts';

/** Asks `/location` on an open connection to the target. `onFirstByte` is called when the answer begins. */
export async function requestLocation(socket: Duplex, host: string, onFirstByte: () => void): Promise<Exit> {
  const response = await new Promise<IncomingMessage>((done, fail) => {
    const request = httpRequest({
      path: '/location',
      headers: { Host: host, Accept: 'application/json', Connection: 'close' },
      createConnection: () => socket,
    });
    request.on('response', done).on('error', fail).end();
  });
  onFirstByte();
  const body = await bodyOf(response);
  const exit = response.statusCode === 200 ? readLocation(body) : null;
  if (exit !== null) return exit;
  const status = response.statusCode ?? 0;
  throw new Stopped(isPage(body) ? 'location-html' : 'location-unreadable', { status, words: null });
}

async function bodyOf(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes > locationLimitBytes) throw new Stopped('location-too-large');
  }
  return Buffer.concat(chunks).toString('utf8');
}

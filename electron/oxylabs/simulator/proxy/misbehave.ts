import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { TLSSocket } from 'node:tls';
import type { ProxyFault } from './answers.ts';

const megabyte = 1_000_000;

/** Does what a broken proxy does, before or in the tunnel, and returns whether it did. */
export function misbehave(
  socket: Duplex,
  fault: ProxyFault | null,
  where: 'before tunnel' | 'in tunnel' = 'before tunnel',
): boolean {
  const does =
    fault === null ? undefined : { 'before tunnel': beforeTunnel, 'in tunnel': inTunnel }[where][fault];
  does?.(socket);
  return does !== undefined;
}

type Does = Partial<Record<ProxyFault, (socket: Duplex) => void>>;

const beforeTunnel: Does = {
  silent: () => {},
  'http-0-9': (socket) => socket.end('<html>Welcome</html>'),
  'big-headers': (socket) => socket.end(`HTTP/1.1 200 OK\r\nX-Filler: ${'a'.repeat(megabyte)}\r\n\r\n`),
};

const inTunnel: Does = {
  'silent-after-200': () => {},
  'plain-after-200': (socket) => socket.once('data', () => socket.end('Service is not available here.\r\n')),
  'closes-in-handshake': (socket) => socket.once('data', () => socket.end()),
  'resets-in-handshake': (socket) => socket.once('data', () => reset(socket)),
};

/** Only a plain connection can be reset. */
function reset(socket: Duplex): void {
  if (socket instanceof Socket && !(socket instanceof TLSSocket)) socket.resetAndDestroy();
  else socket.destroy();
}

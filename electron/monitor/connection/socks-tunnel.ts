import type { Duplex } from 'node:stream';
import { meaningOfSocks } from '../../proxy/answers.ts';
import type { Login } from './http-tunnel.ts';
import { Stopped } from './stopped.ts';

/** The library's own limit is no use beside ours, and may not be absent. */
const neverMs = 600_000;

const longestText = 255;

/** SOCKS5 answers with a number, which the library has only by its name. */
const numbers: Record<string, number> = {
  Failure: 1,
  NotAllowed: 2,
  NetworkUnreachable: 3,
  HostUnreachable: 4,
  ConnectionRefused: 5,
  TTLExpired: 6,
  CommandNotSupported: 7,
  AddressNotSupported: 8,
};

/** Asks a SOCKS5 proxy for a tunnel on an open connection. The proxy looks the target's name up, not this computer. */
export async function openSocksTunnel(
  socket: Duplex,
  target: { host: string; port: number },
  login: Login,
): Promise<Duplex> {
  // A byte holds each length (RFC 1929): the library would send a longer one's remainder.
  if ([login.username, login.password.reveal()].some((text) => Buffer.byteLength(text) > longestText)) {
    throw new Stopped('bad-request');
  }
  // Loaded at the first try, so that no start waits for it.
  const { SocksClient } = await import('socks');
  try {
    const tunnel = await SocksClient.createConnection({
      // The connection is open already; the address is only checked for being there.
      proxy: { host: 'proxy', port: 1, type: 5, userId: login.username, password: login.password.reveal() },
      command: 'connect',
      destination: target,
      existing_socket: socket,
      timeout: neverMs,
    });
    return tunnel.socket;
  } catch (error) {
    // The library's error holds its options with the password: it goes no further.
    throw stoppedBy(error instanceof Error ? error.message : '');
  }
}

function stoppedBy(message: string): Error {
  if (/authentication failed/i.test(message)) return new Stopped(meaningOfSocks('authentication'));
  const rejected = /rejected connection - (\w+)/.exec(message)?.[1];
  if (rejected !== undefined) return new Stopped(meaningOfSocks(numbers[rejected] ?? 0));
  if (/invalid/i.test(message)) return new Stopped(meaningOfSocks('unreadable'));
  return new Stopped('closed');
}

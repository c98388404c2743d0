import { connect as connectTcp, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { type ConnectionOptions, checkServerIdentity, connect as connectTls, type TLSSocket } from 'node:tls';

export type DialOptions = {
  /** The only authority that is trusted; Node's own list if absent. */
  authority?: string;
  /** A port of this computer that replaces every other address, for tests. */
  instead?: number | null;
};

/** Returns the connections of a connection test: plain sockets, past the system's proxy, which is another one. */
export function createDial({ authority, instead = null }: DialOptions = {}) {
  const options = { ALPNProtocols: ['http/1.1'], ...(authority !== undefined && { ca: authority }) };
  return {
    connect(host: string, port: number, signal: AbortSignal): Promise<Duplex> {
      const address = instead === null ? { host, port } : { host: '127.0.0.1', port: instead };
      const socket = connectTcp({ ...address, noDelay: true });
      return ready<Socket>(socket, 'connect', signal);
    },

    /** The certificate has to be trusted and to have the name, as everywhere. */
    secure(socket: Duplex, serverName: string, signal: AbortSignal): Promise<Duplex> {
      return ready<TLSSocket>(
        connectTls({ socket, servername: serverName, ...options }),
        'secureConnect',
        signal,
      );
    },

    /** Nothing is sent on this connection, so a name that the certificate lacks is a finding and no fault. */
    async certificateNames(socket: Duplex, serverName: string, signal: AbortSignal) {
      const found = { names: [] as string[], covers: false };
      const own: ConnectionOptions = {
        socket,
        servername: serverName,
        ...options,
        checkServerIdentity(host, certificate) {
          const { subjectaltname = '' } = certificate;
          found.names = [...subjectaltname.matchAll(/DNS:([^,\s]+)/g)].map(([, name = '']) => name);
          found.covers = checkServerIdentity(host, certificate) === undefined;
          return undefined;
        },
      };
      const secure = await ready<TLSSocket>(connectTls(own), 'secureConnect', signal);
      secure.destroy();
      return found;
    },
  };
}

function ready<Open extends Duplex>(socket: Open, event: string, signal: AbortSignal): Promise<Open> {
  return new Promise((done, fail) => {
    const stop = () => {
      socket.destroy();
      fail(signal.reason);
    };
    signal.addEventListener('abort', stop, { once: true });
    socket.once('error', fail);
    socket.once(event, () => {
      signal.removeEventListener('abort', stop);
      socket.off('error', fail);
      done(socket);
    });
    if (signal.aborted) stop();
  });
}

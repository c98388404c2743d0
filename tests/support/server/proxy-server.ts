import { type AddressInfo, createServer, type Socket } from 'node:net';
import type { SimulatedAccount } from '../../../electron/oxylabs/simulator/account.ts';
import {
  createSimulatedProxy,
  type SimulatedProxy,
} from '../../../electron/oxylabs/simulator/proxy/proxy.ts';
import { entryCertificate, targetCertificate } from './proxy-certificates.ts';

export type ProxyServer = {
  port: number;
  proxy: SimulatedProxy;
  /** How many connections came. */
  connections: () => number;
  close(): Promise<void>;
};

/** Serves the simulated proxy on loopback, with TLS in front of it and in front of its target. */
export async function startProxyServer(account: () => SimulatedAccount): Promise<ProxyServer> {
  const proxy = createSimulatedProxy({ account, entry: entryCertificate, target: targetCertificate });
  const open = new Set<Socket>();
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    open.add(socket.on('close', () => open.delete(socket)));
    proxy.serve(socket);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    port: (server.address() as AddressInfo).port,
    proxy,
    connections: () => connections,
    async close() {
      for (const socket of open) socket.destroy();
      await new Promise((done) => server.close(done));
    },
  };
}

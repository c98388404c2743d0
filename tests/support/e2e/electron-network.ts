import { createServer, type Server } from 'node:http';
import { networkFailure } from '../../../electron/oxylabs/network-errors.ts';
import { refusal } from '../../../electron/oxylabs/refusal.ts';
import type { App } from '../../driver/app.ts';

/** Returns the error of Electron's network for an address, and the app's reading of it. */
export async function failureAt(app: App, url: string, certificateError: number | null = null) {
  const said = await app.electron.evaluate(
    async ({ session }, [address, error]) => {
      // A session remembers its verdict on a certificate.
      const own = session.fromPartition(error === null ? 'oxylabs-1-1' : `verified-${error}`);
      if (error !== null) own.setCertificateVerifyProc((_request, answer) => answer(error));
      return own.fetch(address).then(
        ({ status }) => ({ status, message: '' }),
        (thrown: unknown) => ({ status: null, message: thrown instanceof Error ? thrown.message : '' }),
      );
    },
    [url, certificateError] as const,
  );
  const { status, message } = said;
  return {
    message,
    failure: status === null ? networkFailure(new Error(message)) : refusal(status, '', null),
  };
}

/** Sets a proxy for the app's reads, in the session of its first network process; null removes it. */
export function useProxy(app: App, address: string | null): Promise<void> {
  return app.electron.evaluate(async ({ session }, rules) => {
    const own = session.fromPartition('oxylabs-1-1');
    const loopbackToo = '<-loopback>';
    await own.setProxy(
      rules === null ? { mode: 'direct' } : { proxyRules: rules, proxyBypassRules: loopbackToo },
    );
    await own.closeAllConnections();
  }, address);
}

/** Starts a proxy that requires a password. */
export async function strictProxy(): Promise<Server> {
  const refusal = { 'Proxy-Authenticate': 'Basic realm="proxy"' };
  const proxy = createServer((_request, response) => response.writeHead(407, refusal).end());
  proxy.on('connect', (_request, socket) =>
    socket.end(
      'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="proxy"\r\n\r\n',
    ),
  );
  await new Promise<void>((done) => proxy.listen(0, '127.0.0.1', done));
  return proxy;
}

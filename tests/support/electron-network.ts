import { createServer, type Server } from 'node:http';
import { networkFailure } from '../../electron/oxylabs/network-errors.ts';
import { refusal } from '../../electron/oxylabs/refusal.ts';
import type { App } from './app.ts';

/** What Electron's network says of an address, in its words and as the app understands them. */
export async function failureAt(app: App, url: string, certificateError: number | null = null) {
  const said = await app.electron.evaluate(
    async ({ session }, [address, error]) => {
      // A session remembers what it thinks of a certificate.
      const own = session.fromPartition(error === null ? 'oxylabs-1' : `verified-${error}`);
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

/** Puts a proxy before what the app reads, in the session of its first network process; null: none. */
export function useProxy(app: App, address: string | null): Promise<void> {
  return app.electron.evaluate(async ({ session }, rules) => {
    const own = session.fromPartition('oxylabs-1');
    const loopbackToo = '<-loopback>';
    await own.setProxy(
      rules === null ? { mode: 'direct' } : { proxyRules: rules, proxyBypassRules: loopbackToo },
    );
    await own.closeAllConnections();
  }, address);
}

/** A proxy that wants a password, which nobody has. */
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

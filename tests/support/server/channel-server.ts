import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';

export type Received = { method: string; url: string; headers: IncomingHttpHeaders; body: string };

/** Receives the messages of channels, and answers as a test wants. */
export async function startChannelServer() {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (data) => {
      body += data;
    });
    request.on('end', () => {
      received.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body });
      channel.answer(response);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const channel = {
    received,
    url: `http://127.0.0.1:${port}/hook`,
    answer: (response: ServerResponse): void => void response.end('ok'),
    async stop(): Promise<void> {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
  return channel;
}

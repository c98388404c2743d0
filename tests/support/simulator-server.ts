import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as pass } from 'node:timers/promises';
import type { Delivery } from '../../electron/oxylabs/simulator/faults.ts';
import {
  createSimulator,
  type Simulator,
  type SimulatorOptions,
} from '../../electron/oxylabs/simulator/simulator.ts';
import { violationsOf } from './api-contract.ts';

/** One request as the server saw it. */
export type Seen = {
  method: string;
  path: string;
  query: string;
  headers: Record<string, unknown>;
  body: string;
};

/**
 * Answers in the server's place, in a way that HTTP knows no word for. `honest` does what was asked and gives the answer
 * that would have come.
 */
export type Harm = (response: ServerResponse, honest: () => Delivery) => void | Promise<void>;

/** The simulator behind a real HTTP server on the loopback. */
export class SimulatorServer {
  readonly simulator: Simulator;
  /** What is answered otherwise: requests whose `METHOD /path` fits `on`. */
  harm: { on: RegExp; by: Harm } | null = null;
  /** Each new connection is reset before a byte of it is read. */
  resetsConnections = false;
  readonly seen: Seen[] = [];
  /** What was asked that the API's description does not know. */
  readonly violations: string[] = [];
  readonly #server: Server;
  #port = 0;

  private constructor(simulator: Simulator, tls: { key: string; cert: string } | null) {
    this.simulator = simulator;
    const listener: RequestListener = (request, response) => void this.#serve(request, response);
    this.#server = tls === null ? createServer(listener) : createTlsServer(tls, listener);
    this.#server.on('connection', (socket: Socket) => {
      if (this.resetsConnections) socket.resetAndDestroy();
    });
  }

  static async start(
    options: Partial<SimulatorOptions> = {},
    { port = 0, tls = null }: { port?: number; tls?: { key: string; cert: string } | null } = {},
  ): Promise<SimulatorServer> {
    const server = new SimulatorServer(createSimulator({ now: () => Date.now(), ...options }), tls);
    await new Promise<void>((done) => server.#server.listen(port, '127.0.0.1', done));
    server.#port = (server.#server.address() as AddressInfo).port;
    return server;
  }

  get port(): number {
    return this.#port;
  }

  /** With the version path, as the app takes it. */
  get url(): string {
    return `http://127.0.0.1:${this.port}/v2`;
  }

  /** The requests of one kind so far: `count('POST /v2/login')`. */
  count(line: string): number {
    return this.seen.filter(({ method, path }) => `${method} ${path}`.startsWith(line)).length;
  }

  /** Ends the connections that are kept, so that the next request makes one of its own. */
  dropConnections(): void {
    this.#server.closeAllConnections();
  }

  /** Stops at once, with what is under way. */
  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((done) => this.#server.close(() => done()));
  }

  /** After a stop: at the same port, as if nothing had been. */
  async comeBack(): Promise<void> {
    await new Promise<void>((done) => this.#server.listen(this.#port, '127.0.0.1', done));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const body = await textOf(request);
    const { method = 'GET', headers } = request;
    this.violations.push(...violationsOf({ method, path: url.pathname, query: url.searchParams, body }));
    this.seen.push({ method, path: url.pathname, query: url.search, headers, body });
    const authorization = headers.authorization ?? '';
    const honest = () =>
      this.simulator.answer({ method, path: url.pathname, query: url.searchParams, authorization, body });
    if (this.harm?.on.test(`${method} ${url.pathname}`)) await this.harm.by(response, honest);
    else await deliver(honest(), response);
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

async function deliver(delivery: Delivery, response: ServerResponse): Promise<void> {
  const { status, headers, delayMs, cut, byteEveryMs } = delivery;
  if (delayMs > 0) await pass(delayMs);
  if (cut === 'before-headers') {
    response.destroy();
    return;
  }
  const body = Buffer.from(delivery.body, 'utf8');
  response.writeHead(status, status === 204 ? headers : { ...headers, 'Content-Length': body.length });
  if (cut === 'in-body') {
    response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.destroy());
    return;
  }
  if (byteEveryMs === null) {
    response.end(body);
    return;
  }
  for (const byte of body) {
    if (response.destroyed) return;
    response.write(Buffer.of(byte));
    await pass(byteEveryMs);
  }
  response.end();
}

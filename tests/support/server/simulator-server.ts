import { randomInt } from 'node:crypto';
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { Socket } from 'node:net';
import { setTimeout as pass } from 'node:timers/promises';
import type { SimulatorOptions } from '../../../electron/oxylabs/simulator/account.ts';
import type { Delivery } from '../../../electron/oxylabs/simulator/faults.ts';
import { createSimulator, type Simulator } from '../../../electron/oxylabs/simulator/simulator.ts';
import { violationsOf } from './api-contract.ts';

/** Describes one request as the server received it. */
export type Seen = {
  method: string;
  path: string;
  query: string;
  headers: Record<string, unknown>;
  body: string;
};

/**
 * Answers in the server's place with invalid HTTP. `honest` carries out the request and returns the answer that would have
 * been sent.
 */
export type Harm = (response: ServerResponse, honest: () => Delivery) => void | Promise<void>;

/** Below the system's ephemeral ports, so that no other program is given the port of a stopped server. */
const ports = [10_000, 32_768] as const;

/** Serves the simulator over real HTTP on the loopback. */
export class SimulatorServer {
  #simulator: Simulator;
  readonly #options: SimulatorOptions;
  /** Those of further accounts at the same address. */
  readonly #further: Simulator[] = [];
  /** Damages the answers to requests whose `METHOD /path` matches `on`. */
  harm: { on: RegExp; by: Harm } | null = null;
  readonly #held: { on: RegExp; released: Promise<void> }[] = [];
  /** Resets each new connection before reading from it. */
  resetsConnections = false;
  readonly seen: Seen[] = [];
  /** The requests that the API's description does not allow. */
  readonly violations: string[] = [];
  readonly #server: Server;
  #port = 0;

  private constructor(options: SimulatorOptions, tls: { key: string; cert: string } | null) {
    this.#options = options;
    this.#simulator = createSimulator(options);
    const listener: RequestListener = (request, response) => void this.#serve(request, response);
    this.#server = tls === null ? createServer(listener) : createTlsServer(tls, listener);
    this.#server.on('connection', (socket: Socket) => {
      if (this.resetsConnections) socket.resetAndDestroy();
    });
  }

  static async start(
    options: Partial<SimulatorOptions> = {},
    { tls = null, port = null }: { tls?: { key: string; cert: string } | null; port?: number | null } = {},
  ): Promise<SimulatorServer> {
    const server = new SimulatorServer({ now: () => Date.now(), ...options }, tls);
    if (port === null) {
      do server.#port = randomInt(...ports);
      while (!(await server.#listens()));
    } else {
      server.#port = port;
      await server.comeBack();
    }
    return server;
  }

  get simulator(): Simulator {
    return this.#simulator;
  }

  /** Adds an account at the same address. */
  add(options: Pick<SimulatorOptions, 'credentials' | 'subUserCount'>): Simulator {
    const simulator = createSimulator({ ...this.#options, ...options });
    this.#further.push(simulator);
    return simulator;
  }

  /** Returns the account that a request is about: a login names its user, and any other request its id. */
  #simulatorOf(path: string, authorization: string): Simulator {
    const [username] = Buffer.from(authorization.replace(/^Basic /, ''), 'base64')
      .toString('utf8')
      .split(':');
    return (
      this.#further.find(
        ({ account }) =>
          path.includes(`/users/${account.accountId}/`) ||
          (path.endsWith('/login') && account.credentials.username === username),
      ) ?? this.#simulator
    );
  }

  /** Resets the server to its first state at the same address: a new account, and no requests. */
  renew(): void {
    this.#simulator = createSimulator(this.#options);
    this.#further.length = 0;
    this.harm = null;
    this.resetsConnections = false;
    this.#held.length = 0;
    this.seen.length = 0;
    this.violations.length = 0;
    this.dropConnections();
  }

  get port(): number {
    return this.#port;
  }

  /** The address with its version path, as the app takes it. */
  get url(): string {
    return `http://127.0.0.1:${this.port}/v2`;
  }

  /** Counts the requests of refreshes so far: two each. Other reads, such as the overview's, are not among them. */
  countOfRefreshes(): number {
    return this.seen.filter(
      ({ method, path }) => method === 'GET' && /\/(sub-users|client-stats)$/.test(path),
    ).length;
  }

  /** Counts the requests of one kind so far: `count('POST /v2/login')`. */
  count(line: string): number {
    return this.seen.filter(({ method, path }) => `${method} ${path}`.startsWith(line)).length;
  }

  /**
   * Carries out requests whose `METHOD /path` matches `on`, but holds back their answers, so that a test can act meanwhile.
   * Call the returned function to release them.
   */
  hold(on: RegExp): () => void {
    let release = () => {};
    const released = new Promise<void>((done) => {
      release = done;
    });
    const hold = { on, released };
    this.#held.push(hold);
    return () => {
      this.#held.splice(this.#held.indexOf(hold), 1);
      release();
    };
  }

  /** Closes idle connections, so that the next request opens a new one. */
  dropConnections(): void {
    this.#server.closeAllConnections();
  }

  /** Stops at once, and cuts off open requests. */
  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((done) => this.#server.close(() => done()));
  }

  /** Starts again at the same port after a stop. */
  async comeBack(): Promise<void> {
    if (!(await this.#listens())) throw new Error(`Port ${this.#port} is taken.`);
  }

  /** Returns false if another program has the port. */
  #listens(): Promise<boolean> {
    return new Promise((done) => {
      const refused = () => done(false);
      this.#server.once('error', refused);
      this.#server.listen(this.#port, '127.0.0.1', () => {
        this.#server.off('error', refused);
        done(true);
      });
    });
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const body = await textOf(request);
    const { method = 'GET', headers } = request;
    this.violations.push(...violationsOf({ method, path: url.pathname, query: url.searchParams, body }));
    this.seen.push({ method, path: url.pathname, query: url.search, headers, body });
    const authorization = headers.authorization ?? '';
    const honest = () =>
      this.#simulatorOf(url.pathname, authorization).answer({
        method,
        path: url.pathname,
        query: url.searchParams,
        authorization,
        body,
      });
    const line = `${method} ${url.pathname}`;
    if (this.harm?.on.test(line)) {
      await this.harm.by(response, honest);
      return;
    }
    const delivery = honest();
    await this.#held.find(({ on }) => on.test(line))?.released;
    await deliver(delivery, response);
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

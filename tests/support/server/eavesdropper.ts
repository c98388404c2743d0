import { createSocket, type Socket } from 'node:dgram';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Records everything that reaches it over TCP or UDP. As an HTTP proxy it forwards nothing. */
export class Eavesdropper {
  readonly host = '127.0.0.1';
  readonly port: number;
  readonly udpPort: number;
  /** `connection`, `packet`, or a request and its target. */
  readonly heard: string[] = [];
  readonly #tcp: Server;
  readonly #udp: Socket;

  private constructor(tcp: Server, udp: Socket) {
    this.#tcp = tcp;
    this.#udp = udp;
    this.port = (tcp.address() as AddressInfo).port;
    this.udpPort = udp.address().port;
    tcp.on('connection', () => this.heard.push('connection'));
    tcp.on('request', ({ method, url }, answer) => {
      this.heard.push(`${method} ${url}`);
      answer.writeHead(502).end();
    });
    tcp.on('connect', ({ url }, socket) => {
      this.heard.push(`CONNECT ${url}`);
      socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    });
    udp.on('message', () => this.heard.push('packet'));
  }

  static async start(): Promise<Eavesdropper> {
    const tcp = createServer();
    const udp = createSocket('udp4');
    await new Promise<void>((ready) => tcp.listen(0, '127.0.0.1', ready));
    await new Promise<void>((ready) => udp.bind(0, '127.0.0.1', ready));
    return new Eavesdropper(tcp, udp);
  }

  get address(): string {
    return `http://${this.host}:${this.port}/`;
  }

  /** Returns the environment that makes it the computer's proxy for Chromium, on a desktop that Chromium does not know. */
  asProxy(): Record<string, string> {
    return Object.fromEntries(['http_proxy', 'https_proxy', 'all_proxy'].map((name) => [name, this.address]));
  }

  /** Returns the hosts that were requested through it, without duplicates. */
  hosts(): string[] {
    const asked = this.heard.flatMap((line) => /^[A-Z]+ (?:https?:\/\/)?([^/]+)/.exec(line)?.[1] ?? []);
    return [...new Set(asked)];
  }

  async stop(): Promise<void> {
    this.#tcp.closeAllConnections();
    await new Promise((done) => this.#tcp.close(done));
    await new Promise<void>((done) => this.#udp.close(done));
  }
}

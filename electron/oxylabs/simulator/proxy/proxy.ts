import { createServer, type IncomingMessage } from 'node:http';
import { type Duplex, duplexPair, pipeline } from 'node:stream';
import { TLSSocket } from 'node:tls';
import type { SimulatedAccount } from '../account.ts';
import type { SimulatedSubUser } from '../people.ts';
import { isRefusal, type ProxyRefusal, refusals } from './answers.ts';
import { createTarget } from './location.ts';
import { judge, type ProxyRequest, type Verdict } from './login.ts';
import { meter } from './meter.ts';
import { misbehave } from './misbehave.ts';
import { acceptSocks } from './socks.ts';

type Certificate = { key: string; cert: string };

export type SimulatedProxyOptions = {
  /** The account of now: tests replace it. */
  account: () => SimulatedAccount;
  /** For an HTTPS proxy. Without it, only HTTP and SOCKS5 are spoken. */
  entry?: Certificate;
  /** For the target behind the tunnel. Without it, the target speaks plain HTTP, as in the demo. */
  target?: Certificate;
};

export type SimulatedProxy = {
  /** Serves one connection, whatever carries it. */
  serve(socket: Duplex): void;
  /** The whole plan is used up: every sub-user is at its limit. */
  planUsedUp: boolean;
  /** The usernames that logged in, as they arrived. */
  readonly logins: string[];
};

const bytesPerGb = 1e9;
const firstOfSocks = 0x05;
const firstOfTls = 0x16;

/** Opens the vendor's proxy in memory: HTTP and SOCKS5 on one port, and TLS, with `ip.oxylabs.io` behind it. */
export function createSimulatedProxy({ account, entry, target }: SimulatedProxyOptions): SimulatedProxy {
  const proxy: SimulatedProxy = { serve, planUsedUp: false, logins: [] };
  function decide(request: ProxyRequest): Verdict {
    proxy.logins.push(request.login);
    return judge(account(), request, proxy.planUsedUp);
  }
  const http = createServer((_request, response) => {
    response.writeHead(400, { 'X-Error-Description': refusals['invalid-request'].words }).end();
  });
  http.on('connect', (request, socket, head) => {
    const verdict = decide(requestOf(request));
    const refusal = refusalOf(verdict);
    if (refusal !== null) return void socket.end(refusalText(refusal));
    if (verdict.kind !== 'open' || misbehave(socket, verdict.fault)) return;
    socket.write('HTTP/1.1 200 OK\r\n\r\n');
    if (head.length > 0) socket.unshift(head);
    open(socket, verdict);
  });
  http.on('clientError', (_error, socket) => {
    if (socket.writable) socket.end(refusalText(refusals['not-parsed']));
  });

  function serve(socket: Duplex): void {
    socket.on('error', () => socket.destroy());
    socket.once('readable', () => {
      const first: unknown = socket.read(1);
      if (!Buffer.isBuffer(first)) return;
      socket.unshift(first);
      if (first[0] === firstOfSocks) return void serveSocks(socket);
      if (first[0] === firstOfTls && entry !== undefined) return serve(withTls(socket, entry));
      http.emit('connection', socket);
    });
  }

  async function serveSocks(socket: Duplex): Promise<void> {
    const verdict = await acceptSocks(socket, decide).catch(() => null);
    if (verdict?.kind === 'open') open(socket, verdict);
    else socket.end();
  }

  function open(socket: Duplex, { subUser, country, fault }: Extract<Verdict, { kind: 'open' }>): void {
    if (misbehave(socket, fault, 'in tunnel')) return;
    const [outside, inside] = duplexPair();
    const allows = (bytes: number) => subUser === null || countTraffic(account(), subUser, bytes);
    const close = () => socket.destroy();
    pipeline(socket, meter(allows), outside, close);
    pipeline(outside, meter(allows), socket, close);
    const server = createTarget(country, fault);
    server.emit('connection', target === undefined ? inside : withTls(inside, target));
  }

  return proxy;
}

function withTls(socket: Duplex, certificate: Certificate): Duplex {
  // The declared type is a Socket, but any Duplex is accepted and documented.
  const secure = new TLSSocket(socket as never, { isServer: true, ...certificate });
  return secure.on('error', () => socket.destroy());
}

function requestOf({ url = '', headers }: IncomingMessage): ProxyRequest {
  const basic = /^Basic (\S+)$/i.exec(headers['proxy-authorization'] ?? '')?.[1] ?? '';
  const [login = '', ...password] = Buffer.from(basic, 'base64').toString('utf8').split(':');
  const [host = '', port] = url.split(':');
  return { login, password: password.join(':'), host, port: Number(port) };
}

function refusalOf(verdict: Verdict): ProxyRefusal | null {
  if (verdict.kind === 'refused') return refusals[verdict.why];
  const { fault } = verdict;
  return fault !== null && isRefusal(fault) ? refusals[fault] : null;
}

function refusalText({ status, words }: ProxyRefusal): string {
  return `HTTP/1.1 ${status} Refused\r\nX-Error-Description: ${words}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`;
}

/** Adds the bytes to what the sub-user used, and returns false once its limit is reached. */
function countTraffic(account: SimulatedAccount, subUser: SimulatedSubUser, bytes: number): boolean {
  const usedGb = account.trafficGb(subUser) + bytes / bytesPerGb;
  const { fixedGb, limitGb, disablesAtLimit } = subUser;
  if (fixedGb !== null) subUser.fixedGb = usedGb;
  if (limitGb === null || !disablesAtLimit || usedGb < limitGb) return true;
  subUser.fixedGb = usedGb;
  return false;
}

import type { Duplex } from 'node:stream';
import type { Exit, TryProblem, TryStep } from '../../contract/connection-test.ts';
import { type Login, openHttpTunnel } from './http-tunnel.ts';
import type { ProxyNetwork, TryLimits } from './network.ts';
import { requestLocation } from './read-location.ts';
import { openSocksTunnel } from './socks-tunnel.ts';
import { type Refusal, Stopped, within } from './stopped.ts';

/** The target that reports where a request left the proxy network. */
const target = { host: 'ip.oxylabs.io', port: 443 };

export type Try = {
  /** Where to connect; the certificate of an HTTPS proxy has to name `host`. */
  entry: { host: string; port: number; address?: string };
  protocol: 'http' | 'https' | 'socks5';
  login: Login;
};

export type Tried =
  | { kind: 'works'; exit: Exit; connectMs: number; firstByteMs: number }
  | {
      kind: 'fails';
      at: TryStep;
      problem: TryProblem;
      refusal: Refusal | null;
      afterMs: number;
    };

export type TryParts = {
  network: Pick<ProxyNetwork, 'connect' | 'secure'>;
  limits: TryLimits;
  /** In milliseconds, and never set back. */
  elapsed: () => number;
};

/** Makes one request through the proxy by hand, and says how it went or where it ended. Nothing is tried twice. */
export async function tryConnection({ network, limits, elapsed }: TryParts, wanted: Try): Promise<Tried> {
  const { entry, protocol, login } = wanted;
  const began = elapsed();
  const sinceBegin = () => Math.round(elapsed() - began);
  const opened: Duplex[] = [];
  let at: TryStep = 'connect';
  async function step<Result>(name: TryStep, limitMs: number, run: (signal: AbortSignal) => Promise<Result>) {
    at = name;
    return within(name, limitMs, run);
  }
  async function socketOf(name: TryStep, limitMs: number, run: (signal: AbortSignal) => Promise<Duplex>) {
    const socket = await step(name, limitMs, run);
    // An error after the step has ended is no news, and must not end the app.
    opened.push(socket.on('error', () => {}));
    return socket;
  }
  try {
    const { host, port, address = host } = entry;
    let socket = await socketOf('connect', limits.connectMs, (signal) =>
      network.connect(address, port, signal),
    );
    const bare = socket;
    if (protocol === 'https') {
      socket = await socketOf('entry-tls', limits.tlsMs, (signal) => network.secure(bare, host, signal));
    }
    const outer = socket;
    const tunnel = await socketOf('tunnel', limits.tunnelMs, () =>
      protocol === 'socks5'
        ? openSocksTunnel(outer, target, login)
        : openHttpTunnel(outer, `${target.host}:${target.port}`, login),
    );
    const connectMs = sinceBegin();
    const secure = await socketOf('target-tls', limits.tlsMs, (signal) =>
      network.secure(tunnel, target.host, signal),
    );
    let firstByteMs = connectMs;
    const exit = await step('answer', limits.answerMs, () =>
      requestLocation(secure, target.host, () => {
        firstByteMs = sinceBegin();
      }),
    );
    return { kind: 'works', exit, connectMs, firstByteMs };
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    return { kind: 'fails', at, problem: error.problem, refusal: error.refusal, afterMs: sinceBegin() };
  } finally {
    for (const socket of opened) socket.destroy();
  }
}

import { resolve } from 'node:path';
import { type Child, startChild } from '../../build/session/child.ts';

const sessionConfig = resolve(import.meta.dirname, '../../build/session/session-bus.conf');

/** Runs a session bus beside the session's, for an app that should find other services there, or none. */
export class PrivateBus {
  readonly address: string;
  readonly #daemon: Child;

  private constructor(daemon: Child, address: string) {
    this.#daemon = daemon;
    this.address = address;
  }

  /** Chooses its own address if none is given, and goes by the session's rules if no others are. */
  static async start({
    address,
    config = sessionConfig,
  }: {
    address?: string;
    config?: string;
  } = {}): Promise<PrivateBus> {
    const at = address === undefined ? [] : [`--address=${address}`];
    const words = [`--config-file=${config}`, '--nofork', '--print-address=3', ...at];
    const daemon = startChild('dbus-daemon', words);
    return new PrivateBus(daemon, await daemon.firstWords());
  }

  stop(): Promise<void> {
    return this.#daemon.stop();
  }
}

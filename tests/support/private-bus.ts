import { type ChildProcess, spawn } from 'node:child_process';

/** A session bus of its own, for an app that shall find other services than the tests' session has. */
export class PrivateBus {
  readonly address: string;
  readonly #daemon: ChildProcess;

  private constructor(daemon: ChildProcess, address: string) {
    this.#daemon = daemon;
    this.address = address;
  }

  static start(): Promise<PrivateBus> {
    const daemon = spawn('dbus-daemon', ['--session', '--nofork', '--nopidfile', '--print-address']);
    return new Promise((done, fail) => {
      daemon.once('error', fail);
      daemon.stdout.once('data', (line) => done(new PrivateBus(daemon, String(line).trim())));
    });
  }

  stop(): void {
    this.#daemon.kill();
  }
}

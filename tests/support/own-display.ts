import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';

/** A display of its own, for an app that shall lose it. */
export class OwnDisplay {
  readonly name: string;
  readonly #server: ChildProcess;

  private constructor(server: ChildProcess, name: string) {
    this.#server = server;
    this.name = name;
  }

  static start(): Promise<OwnDisplay> {
    const words = ['-displayfd', '3', '-screen', '0', '1280x800x24', '-nolisten', 'tcp'];
    const server = spawn('Xvfb', words, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    return new Promise((done, fail) => {
      server.once('error', fail);
      (server.stdio[3] as Readable).once('data', (number) =>
        done(new OwnDisplay(server, `:${String(number).trim()}`)),
      );
    });
  }

  remove(): void {
    this.#server.kill('SIGKILL');
  }
}

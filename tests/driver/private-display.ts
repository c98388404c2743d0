import { type Child, startChild } from '../../build/session/child.ts';

/** Runs a display beside the session's, for an app that should lose it. */
export class OwnDisplay {
  readonly name: string;
  readonly #server: Child;

  private constructor(server: Child, name: string) {
    this.#server = server;
    this.name = name;
  }

  static async start(): Promise<OwnDisplay> {
    const screen = ['-screen', '0', '1280x800x24', '-nolisten', 'tcp'];
    // Otherwise it begins again whenever its last client leaves.
    const server = startChild('Xvfb', ['-displayfd', '3', '-noreset', ...screen]);
    return new OwnDisplay(server, `:${await server.firstWords()}`);
  }

  /** Removes the display without notice to its clients, as if its cable were pulled. */
  remove(): Promise<void> {
    return this.#server.stop('SIGKILL');
  }
}

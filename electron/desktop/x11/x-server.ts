import { once } from 'node:events';
import { createConnection, type Socket } from 'node:net';
import { cookieFor } from './x-authority.ts';

/** A server on this computer answers within milliseconds. */
const patienceMs = 1_000;
/** Every reply to the questions asked here, every error and every event has this length. */
const answerBytes = 32;

/**
 * Asks the X server what Chromium does not pass on, over a connection for one round of questions. `DISPLAY` names the
 * server; null where there is none on this computer, or it does not answer.
 */
export async function askXServer<Answer>(
  ask: (server: XServer) => Promise<Answer>,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<Answer | null> {
  const display = /^(?:unix)?:(\d+)(?:\.\d+)?$/.exec(environment.DISPLAY ?? '')?.[1];
  if (display === undefined) return null;
  const socket = createConnection(`/tmp/.X11-unix/X${display}`);
  // Between two waits an error has no other listener, and would end the app.
  socket.on('error', () => {});
  const timer = setTimeout(() => socket.destroy(new Error('The X server did not answer.')), patienceMs);
  try {
    await once(socket, 'connect');
    const server = await greet(socket, cookieFor(display, environment));
    return await ask(server);
  } catch {
    // Without an answer, the callers go on with what they know.
    return null;
  } finally {
    clearTimeout(timer);
    socket.destroy();
  }
}

/** Sends requests over an open connection to the X server, one question at a time. */
export class XServer {
  readonly root: number;
  readonly #socket: Socket;

  constructor(socket: Socket, root: number) {
    this.#socket = socket;
    this.root = root;
  }

  /** Sends a request that has no reply, with its words of 32 bits. */
  send(opcode: number, words: readonly number[], tail: Buffer = Buffer.alloc(0)): void {
    this.#socket.write(request(opcode, words, tail));
  }

  async ask(opcode: number, words: readonly number[], tail?: Buffer): Promise<Buffer> {
    this.send(opcode, words, tail);
    for (;;) {
      const answer = await take(this.#socket, answerBytes);
      if (answer[0] === 1) return answer;
      if (answer[0] === 0) throw new Error(`The X server refused request ${opcode}.`);
    }
  }
}

function request(opcode: number, words: readonly number[], tail: Buffer): Buffer {
  const padding = -tail.length & 3;
  const head = Buffer.alloc(4 + 4 * words.length);
  head.writeUInt8(opcode, 0);
  head.writeUInt16LE((head.length + tail.length + padding) / 4, 2);
  words.forEach((word, index) => {
    head.writeUInt32LE(word, 4 + 4 * index);
  });
  return Buffer.concat([head, tail, Buffer.alloc(padding)]);
}

const cookieName = Buffer.from('MIT-MAGIC-COOKIE-1');

/** Opens the connection as the X protocol wants it, version 11, little-endian; the reply names the root window. */
async function greet(socket: Socket, cookie: Buffer | null): Promise<XServer> {
  const name = cookie === null ? Buffer.alloc(0) : cookieName;
  const data = cookie ?? Buffer.alloc(0);
  const head = Buffer.alloc(12);
  head.write('l', 0);
  head.writeUInt16LE(11, 2);
  head.writeUInt16LE(name.length, 6);
  head.writeUInt16LE(data.length, 8);
  socket.write(Buffer.concat([head, padded(name), padded(data)]));
  const start = await take(socket, 8);
  const rest = await take(socket, 4 * start.readUInt16LE(6));
  if (start[0] !== 1) throw new Error('The X server refused the connection.');
  const vendorBytes = rest.readUInt16LE(16);
  const countOfFormats = rest.readUInt8(21);
  return new XServer(socket, rest.readUInt32LE(32 + vendorBytes + (-vendorBytes & 3) + 8 * countOfFormats));
}

function padded(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)]);
}

async function take(socket: Socket, bytes: number): Promise<Buffer> {
  for (;;) {
    const taken: unknown = socket.read(bytes);
    if (Buffer.isBuffer(taken) && taken.length === bytes) return taken;
    if (socket.readableEnded) throw new Error('The X server closed the connection.');
    await once(socket, 'readable');
  }
}

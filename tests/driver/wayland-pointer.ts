import { once } from 'node:events';
import { createConnection, type Socket } from 'node:net';
import type { Point, Size } from '../../electron/desktop/windows/popover-placement.ts';

/** Ids of the objects on our connection: the display has the first, and the others are ours to choose. */
const ids = { display: 1, registry: 2, firstSync: 3, makers: 4, pointer: 5, nextSync: 6 };
const managerName = 'zwlr_virtual_pointer_manager_v1';
const buttons = { left: 0x110, right: 0x111 };

/** Moves and presses like a mouse on a Wayland desktop that has none, by the protocol for virtual ones (wlr). */
export class WaylandPointer {
  readonly #socket: Socket;
  #lastSync = ids.nextSync;

  private constructor(socket: Socket) {
    this.#socket = socket;
  }

  static async open(path: string): Promise<WaylandPointer> {
    const socket = createConnection(path);
    await once(socket, 'connect');
    const pointer = new WaylandPointer(socket);
    // display.get_registry, whose answer lists what the desktop offers, and display.sync after it.
    pointer.#send(ids.display, 1, [ids.registry]);
    const offers = await pointer.#untilDone(ids.firstSync);
    const name = offers.find((message) => message.includes(managerName))?.readUInt32LE(8);
    if (name === undefined) throw new Error(`The desktop has no ${managerName}.`);
    pointer.#send(ids.registry, 0, [name, managerName, 1, ids.makers]);
    pointer.#send(ids.makers, 0, [0, ids.pointer]);
    await pointer.#done();
    return pointer;
  }

  async move({ x, y }: Point, { width, height }: Size): Promise<void> {
    this.#send(ids.pointer, 1, [now(), x, y, width, height]);
    await this.#frame();
  }

  async click(button: keyof typeof buttons): Promise<void> {
    for (const state of [1, 0]) {
      this.#send(ids.pointer, 2, [now(), buttons[button], state]);
      await this.#frame();
    }
  }

  close(): void {
    this.#socket.destroy();
  }

  async #frame(): Promise<void> {
    this.#send(ids.pointer, 4, []);
    await this.#done();
  }

  async #done(): Promise<void> {
    await this.#untilDone(this.#lastSync);
    this.#lastSync += 1;
  }

  /** Sends display.sync, and returns what came before its answer. */
  async #untilDone(sync: number): Promise<Buffer[]> {
    this.#send(ids.display, 0, [sync]);
    const messages: Buffer[] = [];
    for (;;) {
      const head = await this.#take(8);
      const message = Buffer.concat([head, await this.#take(head.readUInt16LE(6) - 8)]);
      if (message.readUInt32LE(0) === sync) return messages;
      const isError = message.readUInt32LE(0) === ids.display && message.readUInt16LE(4) === 0;
      if (isError) throw new Error(`The desktop refused a request: ${message.toString('latin1', 20)}`);
      messages.push(message);
    }
  }

  async #take(bytes: number): Promise<Buffer> {
    if (bytes === 0) return Buffer.alloc(0);
    for (;;) {
      const taken: unknown = this.#socket.read(bytes);
      if (Buffer.isBuffer(taken) && taken.length === bytes) return taken;
      await once(this.#socket, 'readable');
    }
  }

  #send(object: number, request: number, values: readonly (number | string)[]): void {
    const body = Buffer.concat(values.map(wire));
    const head = Buffer.alloc(8);
    head.writeUInt32LE(object, 0);
    head.writeUInt16LE(request, 4);
    head.writeUInt16LE(8 + body.length, 6);
    this.#socket.write(Buffer.concat([head, body]));
  }
}

function now(): number {
  return Math.round(performance.now());
}

/** Returns a number or a text with its length, as the protocol has them: in words of 32 bits. */
function wire(value: number | string): Buffer {
  if (typeof value === 'string') {
    const text = Buffer.from(`${value}\0`);
    return Buffer.concat([wire(text.length), text, Buffer.alloc(-text.length & 3)]);
  }
  const word = Buffer.alloc(4);
  word.writeUInt32LE(value);
  return word;
}

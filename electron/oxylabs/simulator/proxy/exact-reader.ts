import type { Duplex } from 'node:stream';

/** Returns a function that reads exactly that many bytes; what comes after them stays in the stream. */
export function exactReader(socket: Duplex): (count: number) => Promise<Buffer> {
  return (count) =>
    new Promise((done, fail) => {
      const closed = () => fail(new Error('The connection was closed.'));
      const take = () => {
        const bytes: unknown = socket.read(count);
        if (bytes === null && !socket.readableEnded) return;
        socket.off('readable', take).off('close', closed);
        if (Buffer.isBuffer(bytes) && bytes.length === count) done(bytes);
        else closed();
      };
      if (count === 0) return done(Buffer.alloc(0));
      socket.on('readable', take).once('close', closed);
      take();
    });
}

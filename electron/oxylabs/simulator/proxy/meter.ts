import { Transform } from 'node:stream';

/** Returns a stream that passes bytes on while `allows` agrees to their number; otherwise it fails. */
export function meter(allows: (bytes: number) => boolean): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      if (allows(chunk.length)) done(null, chunk);
      else done(new Error('The traffic limit is reached.'));
    },
  });
}

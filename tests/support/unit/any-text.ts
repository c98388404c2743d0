import fc from 'fast-check';

const firstSurrogate = 0xd800;
const surrogates = 0x800;

/** Generates a character of any plane: an ASCII one, one of the first plane or any, each a third of the time. */
const character = fc
  .oneof(fc.nat({ max: 0x7f }), fc.nat({ max: 0xffff - surrogates }), fc.nat({ max: 0x10_ffff - surrogates }))
  .map((at) => String.fromCodePoint(at < firstSurrogate ? at : at + surrogates));

const namesOfObjects = fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf');

/**
 * Generates any text, and now and then the name of something that every object has. Unlike fast-check's own binary
 * texts, it needs no list of all characters, which takes seconds.
 */
export function anyText(length: { maxLength?: number } = {}): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 19, arbitrary: fc.array(character, length).map((characters) => characters.join('')) },
    { weight: 1, arbitrary: namesOfObjects.filter((name) => name.length <= (length.maxLength ?? Infinity)) },
  );
}

import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { en } from '../../../electron/text/en.ts';
import type { ArgumentsOf } from '../../../electron/text/message-arguments.ts';
import { say } from '../../../electron/text/say.ts';

const messages = Object.entries(en).flatMap(([topic, texts]) =>
  Object.entries<string>(texts).map(([name, message]) => ({ key: `${topic}.${name}`, message })),
);

describe('the catalogue', () => {
  test.each(messages)('$key is a message of whole words', ({ message }) => {
    expect(new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }).getAst()).not.toEqual([]);
    // A straight apostrophe quotes braces in ICU, and reads worse than a typographic one.
    expect(message).not.toContain("'");
  });

  test('a topic is one word, so that a key has one reading', () => {
    for (const topic of Object.keys(en)) expect(topic).toMatch(/^[a-zA-Z]+$/);
  });
});

describe('say', () => {
  test('puts arguments in place', () => {
    expect(say('failure.busy')).toBe('Another task is running. Wait for it or cancel it.');
    expect(say('failure.not-saved', { code: 'ENOSPC' })).toBe('The file could not be written (ENOSPC).');
  });

  test('leaves braces and markup in arguments alone', () => {
    expect(say('failure.rejectedBecause', { reason: "<b>{x}</b> '{' #" })).toBe(
      "Oxylabs refused: <b>{x}</b> '{' #.",
    );
  });
});

describe('the arguments of a message, from its type', () => {
  test('a word is a string, and what is counted or formatted a number', () => {
    expectTypeOf<ArgumentsOf<'No arguments.'>>().toEqualTypeOf<Record<never, never>>();
    expectTypeOf<ArgumentsOf<'{used} of {limit}'>>().toEqualTypeOf<{ used: string; limit: string }>();
    expectTypeOf<ArgumentsOf<'{days, number} days'>>().toEqualTypeOf<{ days: number }>();
    expectTypeOf<ArgumentsOf<'Left: {days, number, ::.0} of {all}'>>().toEqualTypeOf<{
      days: number;
      all: string;
    }>();
  });

  test('the words of a branch are no arguments, but what is placed in them is one', () => {
    expectTypeOf<
      ArgumentsOf<'{name} has {count, plural, one {# alert} other {# alerts of {kind}}} and {rest}'>
    >().toEqualTypeOf<{ name: string; count: number; kind: string; rest: string }>();
    expectTypeOf<
      ArgumentsOf<'{a, plural, one {one} other {{b, plural, one {one} other {# {c}}}}} {d, select, yes {y} other {n}}'>
    >().toEqualTypeOf<{ a: number; b: number; c: string; d: string }>();
  });

  test('a missing, wrong or extra argument does not compile', () => {
    // Never called: the compiler is what is tested, and a line without an error fails it.
    const wrong = () => [
      // @ts-expect-error No such text.
      say('failure.nothing'),
      // @ts-expect-error The argument is missing.
      say('failure.not-saved'),
      // @ts-expect-error It has another name.
      say('failure.not-saved', { kode: 'ENOSPC' }),
      // @ts-expect-error A number has to be formatted first.
      say('failure.not-saved', { code: 1 }),
      // @ts-expect-error There is no such argument.
      say('failure.busy', { code: 'ENOSPC' }),
    ];
    expectTypeOf(wrong).returns.toEqualTypeOf<string[]>();
  });
});

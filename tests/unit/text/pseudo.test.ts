import { IntlMessageFormat } from 'intl-messageformat';
import { afterEach, describe, expect, test } from 'vitest';
import { en } from '../../../electron/text/en.ts';
import { chooseTexts, pseudoMessage } from '../../../electron/text/pseudo.ts';
import { type Message, say } from '../../../electron/text/say.ts';

const messages = Object.entries(en).flatMap(([topic, texts]) =>
  Object.entries<string>(texts).map(([name, message]) => ({ key: `${topic}.${name}`, message })),
);

const options = { ignoreTag: true };
const partsOf = (message: Message) => new IntlMessageFormat(message, 'en', undefined, options).getAst();

/** Returns the arguments of a message, of each branch and in their order. */
function placesOf(parts: ReturnType<typeof partsOf>): string[] {
  return parts.flatMap((part) => [
    ...(part.type === 0 || part.type === 7 ? [] : [`${part.type} ${'value' in part ? part.value : ''}`]),
    ...('options' in part
      ? Object.entries(part.options).flatMap(([branch, { value }]) => [branch, ...placesOf(value)])
      : []),
  ]);
}

/** Returns a message with a value for each argument: a number where one is counted or formatted. */
function formatted(message: Message): string {
  const values = new Map<string, string | number>();
  const collect = (parts: ReturnType<typeof partsOf>): void => {
    for (const part of parts) {
      if (part.type === 1 || part.type === 5) values.set(part.value, 'X');
      if (part.type === 2 || part.type === 6) values.set(part.value, 3);
      if ('options' in part) for (const { value } of Object.values(part.options)) collect(value);
    }
  };
  collect(partsOf(message));
  return `${new IntlMessageFormat(message, 'en', undefined, options).format(Object.fromEntries(values))}`;
}

describe('the pseudo-locale of the catalogue', () => {
  test.each(messages)('$key keeps its places, and is longer and in brackets', ({ message }) => {
    const pseudo = pseudoMessage(message);
    expect(placesOf(partsOf(pseudo))).toEqual(placesOf(partsOf(message)));
    const [before, after] = [formatted(message), formatted(pseudo)];
    expect(after).toMatch(/^\[.*\]$/s);
    expect(after.length).toBeGreaterThanOrEqual(before.length + 2);
  });

  test('it is 40 % longer as a whole, without the brackets', () => {
    const lettersIn = (texts: string[]) => texts.join('').replaceAll(/\P{L}/gu, '').length;
    const before = lettersIn(messages.map(({ message }) => formatted(message)));
    const after = lettersIn(messages.map(({ message }) => formatted(pseudoMessage(message))));
    expect(after / before).toBeGreaterThan(1.38);
    expect(after / before).toBeLessThan(1.42);
  });
});

test('plurals, code and tags stay as they are', () => {
  const counted = new IntlMessageFormat(
    pseudoMessage('{count, plural, one {# alert} other {# alerts}} of {name}'),
    'en',
  );
  expect(counted.format({ count: 1, name: 'abc' })).toBe('[1 àļļéŕŕţ öƒ abc]');
  expect(counted.format({ count: 2, name: 'abc' })).toBe('[2 àļļéŕŕţš öƒ abc]');
  expect(pseudoMessage('Use `auto_disable` <b>now</b>.')).toBe('[Ûššé `auto_disable` <b>ñööŵ</b>.]');
  expect(pseudoMessage('{amount} GB')).toHaveLength(4);
});

test('from right to left it is embedded, and keeps the same words', () => {
  expect(pseudoMessage('Open', true)).toBe(`\u202b${pseudoMessage('Open')}\u202c`);
});

describe('say', () => {
  afterEach(() => chooseTexts('en'));

  test('says the chosen texts, and English again', () => {
    const words = () => [say('action.cancel'), say('frame.alertCount', { count: 2 }, 'en')];
    const english = words();
    chooseTexts('pseudo');
    expect(words().every((text) => text.startsWith('['))).toBe(true);
    chooseTexts('pseudo-rtl');
    expect(words().every((text) => text.startsWith('\u202b['))).toBe(true);
    chooseTexts('en');
    expect(words()).toEqual(english);
  });
});

import { pathsOf, replaced } from '../commands.ts';

/** One change to a valid value, and where it was made. */
export type Changed = { at: string; value: unknown };

const numbers = [
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  -1,
  -0.5,
  0,
  0.5,
  1.5,
  61,
  201,
  1_440,
  399.5,
  1e6 + 1,
  1e9 + 1,
  8.64e15 + 2,
  2 ** 53,
  1e300,
  -1e300,
];
const texts = [
  '',
  ' ',
  '\0',
  '../x',
  '-',
  'a b',
  '\u202egnirts',
  '\ud800',
  '__proto__',
  '2026-13-45',
  '2026-11-01T00',
  'usd',
  'ZZZ',
  'no password',
  'x'.repeat(65),
  'x'.repeat(1_025),
  `Aa1_${'x'.repeat(61)}`,
  'x'.repeat(2_001),
  'eA'.repeat(60_000),
];
const otherTypes = [undefined, null, true, {}, [], 'text', 7];
/** More than any list may hold, and fewer. */
const lengths = [0, 9, 21, 101, 20_001, 100_001];

/** Longer than any text that may be saved. */
const endless = 'x'.repeat(50_000_001);

/** Returns every value that differs from a valid one in one place: another value, a key too many or too few, a longer list. */
export function* oneChange(valid: unknown): Generator<Changed> {
  for (const path of pathsWithin(valid)) {
    const old = at(valid, path);
    const place = path.join('.') || '(all)';
    for (const [what, put] of replacements(old))
      yield { at: `${place}: ${what}`, value: replaced(valid, path, put) };
    if (place === 'text') yield { at: `${place}: endless`, value: replaced(valid, path, endless) };
  }
}

/** Of a list only the first item, since the others are alike. */
function pathsWithin(value: unknown): string[][] {
  const places = pathsOf(value).flatMap((path) => path.map((_, end) => path.slice(0, end + 1)));
  const unique = new Map([[], ...places].map((path) => [path.join('.'), path]));
  return [...unique.values()];
}

function* replacements(old: unknown): Generator<[string, unknown]> {
  for (const put of otherTypes) if (typeof put !== typeof old || put === null) yield [typeName(put), put];
  if (typeof old === 'number' || old === null) for (const put of numbers) yield [`${put}`, put];
  if (typeof old === 'string' || old === null)
    for (const put of texts) yield [`${JSON.stringify(put.slice(0, 12))} of ${put.length}`, put];
  if (Array.isArray(old))
    for (const length of lengths)
      yield [`${length} items`, Array.from({ length }, (_, index) => nth(old[0], index))];
  else if (typeof old === 'object' && old !== null) {
    yield ['no keys', {}];
    yield ['a key too many', { ...old, unheardOf: 1 }];
    yield ['a long key', { ...old, ['x'.repeat(65)]: Object.values(old)[0] }];
    for (const key of Object.keys(old)) yield [`without ${key}`, without(old, key)];
  }
}

/** Distinct numbers, since a list of equal ones may count as one. */
function nth(first: unknown, index: number): unknown {
  return typeof first === 'number' ? first + index : first;
}

function typeName(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'a list' : typeof value;
}

function without(value: object, key: string): object {
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
}

function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (each, key) => (typeof each === 'object' && each !== null ? Reflect.get(each, key) : undefined),
    value,
  );
}

import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type ConnectionChoice,
  connectionChoiceSchema,
  firstChoice,
} from '../../../electron/contract/connection.ts';
import { loginOf } from '../../../electron/proxy/parameters.ts';
import { problemsOf, warningsOf } from '../../../electron/proxy/problems.ts';

const own = 'proxy.example.com';
const of = (choice: Partial<ConnectionChoice>, entry: string | null = own) =>
  problemsOf({ ...firstChoice, ...choice }, entry).map(({ field, problem }) => `${field}: ${problem}`);

test('the first choice, and each documented one, has no problem', () => {
  for (const choice of [
    {},
    { protocol: 'https' },
    { protocol: 'socks5', format: 'curl' },
    { entry: 'own' },
    { entry: 'country', country: 'tr', session: 'sticky', count: 9_999 },
    { entry: 'beijing', protocol: 'https', country: 'CN' },
    { country: 'gb', city: 'london', session: 'strict' },
    { country: 'US', state: 'california' },
    { postalCode: '90210', session: 'sticky', minutes: 1_440, count: 10_000 },
    { asn: 'AS21928' },
    { continent: 'EU' },
  ] as const)
    expect(of(choice)).toEqual([]);
});

test.each([
  [{ entry: 'own' }, 'entry: no-own-entry'],
  [{ entry: 'country' }, 'country: choose-country'],
  [{ entry: 'country', country: 'va' }, 'country: no-node-there'],
  [{ entry: 'country', country: 'us', protocol: 'socks5' }, 'protocol: no-socks-node'],
  [{ entry: 'country', country: 'us', city: 'boston' }, 'city: no-place-at-node'],
  [{ entry: 'country', country: 'us', session: 'strict' }, 'session: no-strict-at-node'],
  [{ entry: 'country', country: 'us', session: 'sticky', minutes: 10 }, 'minutes: no-minutes-at-node'],
  [{ entry: 'country', country: 'us', session: 'sticky', count: 10_000 }, 'count: count-at-node'],
  [{ entry: 'hong-kong' }, 'protocol: https-only'],
  [{ protocol: 'socks5', format: 'puppeteer' }, 'format: no-socks-in-format'],
  [{ country: 'Germany' }, 'country: not-a-country'],
  [{ continent: 'XX' }, 'continent: not-a-continent'],
  [{ continent: 'EU', country: 'de' }, 'continent: continent-and-country'],
  [{ city: 'london' }, 'city: city-needs-country'],
  [{ country: 'gb', city: `x"$(id)'-sessid-1` }, 'city: city-letters'],
  [{ country: 'de', state: 'bavaria' }, 'state: state-needs-us'],
  [{ state: 'new-york' }, 'state: state-letters'],
  [{ country: 'de', postalCode: '80331' }, 'postalCode: postal-code-needs-us'],
  [{ postalCode: '9021' }, 'postalCode: postal-code-digits'],
  [{ asn: 'twelve' }, 'asn: asn-digits'],
  [{ asn: '21928', country: 'us' }, 'asn: country-wins-over-asn'],
  [{ state: 'ohio', postalCode: '43004' }, 'postalCode: one-place'],
  [{ minutes: 10 }, 'minutes: minutes-need-sticky'],
  [{ session: 'strict', minutes: 10 }, 'minutes: minutes-need-sticky'],
  [{ session: 'sticky', minutes: 0 }, 'minutes: minutes-range'],
  [{ session: 'sticky', minutes: 1_441 }, 'minutes: minutes-range'],
  [{ count: 0 }, 'count: count-range'],
  [{ session: 'sticky', count: 1e9 }, 'count: count-range'],
  [{ count: 2 }, 'count: count-needs-session'],
  [{ session: 'sticky', count: 2, format: 'curl' }, 'count: count-in-format'],
] as const)('%j is refused: %s', (choice, problem) => {
  expect(of(choice, null)).toContain(problem);
});

test('no choice without a problem puts a character into the login that could begin another parameter', () => {
  const word = fc.oneof(
    { weight: 8, arbitrary: fc.constant('') },
    { weight: 1, arbitrary: fc.string({ maxLength: 6 }) },
    { weight: 2, arbitrary: fc.constantFrom('us', 'de', '90210', 'ohio') },
  );
  const choices = fc.record({
    ...Object.fromEntries(
      Object.keys(firstChoice).map((name) => [name, fc.constant(firstChoice[name as 'city'])]),
    ),
    country: word,
    continent: word,
    city: word,
    state: word,
    postalCode: word,
    asn: word,
    session: fc.constantFrom('rotating', 'sticky', 'strict'),
  });
  let good = 0;
  fc.assert(
    fc.property(choices, (made) => {
      const choice = connectionChoiceSchema.parse(made);
      if (problemsOf(choice, null).length > 0) return;
      good += 1;
      expect(loginOf({ username: 'a_1', choice, sessionSeed: 'seed' }, 0)).toMatch(
        /^customer-a_1(-cc-[A-Z]{2}|-cn-[A-Z]{2}|-city-[a-z_]+|-st-us_[a-z_]+|-postalcode-\d{5}|-ASN-\d+|-sessid(_oneip)?-\w+)*$/,
      );
    }),
    { numRuns: 3_000 },
  );
  expect(good).toBeGreaterThan(100);
});

test('what works but may surprise is a warning', () => {
  const warned = (username: string, choice: Partial<ConnectionChoice>) =>
    warningsOf(username, { ...firstChoice, ...choice });
  expect(warned('crawler_7', {})).toEqual([]);
  expect(warned('crawler_7', { entry: 'own', protocol: 'https' })).toEqual(['own-name-certificate']);
  expect(warned('crawler_7', { session: 'sticky', minutes: 31 })).toEqual(['long-session']);
  expect(warned('two-parts', { format: 'pac' })).toEqual(['unusual-name', 'no-password-in-format']);
});

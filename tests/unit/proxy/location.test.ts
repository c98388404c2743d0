import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exitSchema } from '../../../electron/contract/connection-test.ts';
import { isPage, readLocation } from '../../../electron/proxy/location.ts';

const database = (country: string, more = {}) => ({ country, asn: '', org_name: '', city: '', ...more });
const located = (providers: unknown, ip = '203.0.113.24') => JSON.stringify({ ip, providers });

test('the country is the one that most databases name', () => {
  const body = located({
    dbip: database('US'),
    ip2location: database('CA', { city: 'Montréal' }),
    ipinfo: database('US', { asn: 'AS64500', org_name: 'Example', city: 'Springfield' }),
    maxmind: database('CA'),
  });
  // Two to two: the vendor goes by MaxMind.
  expect(readLocation(body)).toEqual({
    ip: '203.0.113.24',
    country: { code: 'CA', agree: 2, of: 4 },
    city: 'Montréal',
    network: 'AS64500 Example',
  });
});

test('an unknown country is no country, and agrees with nothing', () => {
  const body = located({
    dbip: database(''),
    ip2location: database('DE'),
    ipinfo: {},
    maxmind: database(''),
  });
  expect(readLocation(body)?.country).toEqual({ code: 'DE', agree: 1, of: 4 });
  expect(readLocation(located({ dbip: database('') }))?.country).toBeNull();
  expect(readLocation(located({}))?.country).toBeNull();
});

test('markup and control characters are text of a bounded length, and HTML of `meta` is dropped', () => {
  const markup = '<img src=x onerror=alert(1)>\u202e\n';
  const body = located({
    maxmind: { ...database(markup), city: markup.repeat(50), asn: markup, meta: '<a href=x>y</a>' },
  });
  const exit = readLocation(body);
  expect(exit?.country).toBeNull();
  expect(exit?.city).toHaveLength(100);
  expect(JSON.stringify(exit)).not.toMatch(/href|\u202e|\\n/);
});

test.each([
  ['{"country":"US"}'],
  ['{"ip":"<b>","providers":{}}'],
  ['{"ip":"1.2.3.4"}'],
  ['[]'],
  ['<!doctype html>'],
  [''],
])('%j is no location', (body) => expect(readLocation(body)).toBeNull());

test('a page is recognised as one', () => {
  expect(isPage('\n<!DOCTYPE html><p>Hello')).toBe(true);
  expect(isPage('{"ip":"<p>"}')).toBe(false);
});

test('whatever comes is read as an exit of the contract, or as nothing', () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('US', 'DE', '1.2.3.4', '::1'));
  const body = fc.record({
    ip: text,
    providers: fc.dictionary(fc.oneof(text, fc.constant('maxmind'), fc.constant('__proto__')), fc.anything()),
  });
  fc.assert(
    fc.property(fc.oneof(body, fc.anything()), (value) => {
      const exit = readLocation(JSON.stringify(value) ?? '');
      expect(exit === null || exitSchema.safeParse(exit).success).toBe(true);
    }),
  );
}, 60_000);

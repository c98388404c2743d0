import { expect, test } from 'vitest';
import { withNewSession, withWiderPlace } from '../../../renderer/manager/connection/login-text.ts';

test.each([
  ['customer-one-sessid-a1', 'customer-one-sessid-b2'],
  ['customer-one-cc-DE-sessid_oneip-a1', 'customer-one-cc-DE-sessid_oneip-b2'],
  ['one-sessid-a1', 'one-sessid-b2'],
  ['customer-one-cc-DE', null],
  ['customer-sessid-sessid-a1', 'customer-sessid-sessid-b2'],
])('a new session of %s is %s', (login, expected) => expect(withNewSession(login, 'b2')).toBe(expected));

test.each([
  ['customer-one-cc-GB-city-london-sessid-a1', 'customer-one-cc-GB-sessid-a1'],
  ['customer-one-cc-GB-sessid-a1', 'customer-one-sessid-a1'],
  ['customer-one-st-us_texas', 'customer-one'],
  ['customer-one-cc-US-postalcode-90210', 'customer-one-cc-US'],
  ['customer-one-ASN-21928', 'customer-one'],
  ['customer-one-sessid-a1', null],
  ['customer-cc', null],
])('a wider place than %s is %s', (login, expected) => expect(withWiderPlace(login)).toBe(expected));

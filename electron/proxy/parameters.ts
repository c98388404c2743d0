import type { ConnectionChoice, ConnectionOrder } from '../contract/connection.ts';

/** Returns the login of the nth session: `customer-NAME` and the parameters that the vendor documents. */
export function loginOf({ username, choice, sessionSeed }: ConnectionOrder, nth: number): string {
  const plain = `customer-${username}`;
  // At a country's node the port says it all.
  if (choice.entry === 'country') return plain;
  return [plain, ...placeOf(choice), ...sessionOf(choice, `${sessionSeed}${nth + 1}`)].join('-');
}

function placeOf({ country, continent, city, state, postalCode, asn }: ConnectionChoice): string[] {
  if (state !== '') return ['st', `us_${wordsOf(state)}`];
  if (asn !== '') return ['ASN', asn.replace(/^as/i, '')];
  if (continent !== '') return ['cn', continent.toUpperCase()];
  const inCountry = country === '' ? [] : ['cc', country.toUpperCase()];
  if (postalCode !== '') return ['cc', 'US', 'postalcode', postalCode];
  return city === '' ? inCountry : [...inCountry, 'city', wordsOf(city)];
}

function sessionOf({ session, minutes }: ConnectionChoice, id: string): string[] {
  if (session === 'rotating') return [];
  if (session === 'strict') return ['sessid_oneip', id];
  return minutes === null ? ['sessid', id] : ['sessid', id, 'sesstime', String(minutes)];
}

/** The vendor writes words in lower case, with `_` between them. */
function wordsOf(text: string): string {
  return text.trim().toLowerCase().replaceAll(/\s+/g, '_');
}

import type { ConnectionChoice, Entry } from '../contract/connection.ts';

/** One host and port serve residential and mobile traffic: the login decides which. */
export const standardEntry = { host: 'pr.oxylabs.io', port: 7777 } as const;

const china = {
  'hong-kong': { host: 'a81298871.com', port: 8000 },
  beijing: { host: 'cnt9t1is.com', port: 8000 },
} as const satisfies Partial<Record<Entry, Address>>;

/**
 * The base port of each country's node, in tens of thousands (the vendor's table "Country specific entry nodes"). The port
 * itself rotates; the 9,999 after it hold an address each for up to 10 minutes.
 */
const tensOfThousands: Readonly<Record<string, number>> = {
  ...same(1, 'US ES PT UA MY PH TW ID MX PE EG'),
  ...same(2, 'GB IT NL PL IL TH SG IN AZ BR EC'),
  ...same(3, 'CA DE SE BE TR KR CN PK KZ AR CO'),
  ...same(4, 'FR GR RU AU JP HK IR AE CL ZA'),
};

/** The most sessions that a country's node holds. */
export const mostAtNode = 9_999;

export type Address = { host: string; port: number };

/** Returns the base port of a country's node; null if the vendor lists none. */
export function nodePort(country: string): number | null {
  const base = tensOfThousands[country.toUpperCase()];
  return base === undefined ? null : base * 10_000;
}

/** Returns the address of an entry for its nth session. `ownEntry` is the user's own host name. */
export function addressOf(choice: ConnectionChoice, ownEntry: string | null, nth: number): Address {
  const { entry, country, session } = choice;
  if (entry === 'standard') return standardEntry;
  if (entry === 'own') return { ...standardEntry, host: ownEntry ?? standardEntry.host };
  if (entry !== 'country') return china[entry];
  const port = (nodePort(country) ?? standardEntry.port) + (session === 'rotating' ? 0 : nth + 1);
  return { host: `${country.toLowerCase()}-${standardEntry.host}`, port };
}

function same(base: number, countries: string): Record<string, number> {
  return Object.fromEntries(countries.split(' ').map((country) => [country, base]));
}

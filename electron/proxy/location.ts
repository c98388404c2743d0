import { isIP } from 'node:net';
import { z } from 'zod';
import type { Exit } from '../contract/connection-test.ts';

/** A real answer has about 2 KB. */
export const locationLimitBytes = 64 * 1024;
const longestText = 100;
/** Whose word the vendor itself goes by. */
const decisive = 'maxmind';

const databaseSchema = z.looseObject({
  country: z.string().catch(''),
  city: z.string().catch(''),
  asn: z.string().catch(''),
  org_name: z.string().catch(''),
});
type Database = z.infer<typeof databaseSchema>;
const locationSchema = z.looseObject({
  ip: z.string().refine((ip) => isIP(ip) !== 0),
  providers: z.record(z.string().max(50), databaseSchema),
});

/** Reads an answer of `ip.oxylabs.io/location`, whose unknown values are empty texts. Its `meta` is HTML and never read. */
export function readLocation(body: string): Exit | null {
  const parsed = locationSchema.safeParse(parse(body));
  if (!parsed.success) return null;
  const { ip, providers } = parsed.data;
  const databases = new Map(Object.entries(providers).slice(0, 20));
  const first = databases.get(decisive);
  const ordered = [...(first === undefined ? [] : [first]), ...databases.values()];
  return {
    ip,
    country: countryOf(databases, first),
    city: firstText(ordered.map(({ city }) => city)),
    network: firstText(ordered.map(({ asn, org_name }) => `${asn} ${org_name}`)),
  };
}

/** Returns whether a text is a page rather than JSON, as a portal or a proxy's own error is. */
export function isPage(body: string): boolean {
  return /^\s*<(!doctype|html|head|body|p|h1)\b/i.test(body);
}

function countryOf(databases: Map<string, Database>, first: Database | undefined): Exit['country'] {
  const votes = new Map<string, number>();
  for (const { country } of databases.values()) {
    if (/^[A-Z]{2}$/.test(country)) votes.set(country, (votes.get(country) ?? 0) + 1);
  }
  const most = Math.max(0, ...votes.values());
  const leaders = [...votes.keys()].filter((code) => votes.get(code) === most);
  const code = leaders.find((each) => each === first?.country) ?? leaders[0];
  return code === undefined ? null : { code, agree: most, of: databases.size };
}

function firstText(texts: readonly string[]): string | null {
  return (
    texts
      .map(plainLine)
      .find((text) => text !== '')
      ?.slice(0, longestText) ?? null
  );
}

/** Returns a text from outside as one line: a server could send anything. */
export function plainLine(text: string): string {
  return text.replace(/[\p{C}\s]+/gu, ' ').trim();
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

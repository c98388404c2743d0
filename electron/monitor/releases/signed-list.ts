import { type KeyObject, verify } from 'node:crypto';
import { z } from 'zod';
import { momentSchema } from '../../contract/bounds.ts';
import { versionSchema } from '../../contract/releases.ts';

/** Names the newest release. The product is in it, so that no other text signed by the key passes for one. */
const versionListSchema = z.object({
  product: z.literal('oxygauge'),
  format: z.literal(1),
  /** When it was signed (epoch milliseconds). A list never replaces a later one. */
  issuedAt: momentSchema,
  newest: versionSchema,
});
export type VersionList = z.infer<typeof versionListSchema>;

/** A real list has 200 bytes. */
export const mostListBytes = 4_096;

const signature = /^[A-Za-z0-9+/]{86}==$/;

/**
 * Reads a signed list: a line with the Ed25519 signature in base64, and the JSON text that it is of. Returns null unless
 * the key signed every byte of that text, which is not parsed before.
 */
export function readSignedList(bytes: Uint8Array, key: KeyObject): VersionList | null {
  const all = Buffer.from(bytes);
  const lineEnd = all.indexOf('\n');
  const line = all.subarray(0, Math.max(0, lineEnd)).toString('latin1');
  const text = all.subarray(lineEnd + 1);
  if (!signature.test(line) || !verify(null, text, key, Buffer.from(line, 'base64'))) return null;
  try {
    return versionListSchema.parse(JSON.parse(text.toString('utf8')));
  } catch {
    // Signed, but of a format that this version does not know.
    return null;
  }
}

/** Returns whether a version is later than another. */
export function isNewer(version: string, than: string): boolean {
  const others = than.split('.').map(Number);
  for (const [place, number] of version.split('.').map(Number).entries()) {
    const other = others[place] ?? 0;
    if (number !== other) return number > other;
  }
  return false;
}

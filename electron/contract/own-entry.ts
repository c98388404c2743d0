import { z } from 'zod';
import { nameSchema } from './bounds.ts';

/** A host name as DNS has it: lower-case letters, digits and hyphens, with a domain that begins with a letter. */
const hostNamePattern =
  /^(?=.{1,253}$)([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/;
export const hostNameSchema = z.string().regex(hostNamePattern);

/** Lists the steps of the check, in the order in which they are done. */
export const entryStepNameSchema = z.enum(['chain', 'addresses', 'port', 'certificate']);
export type EntryStepName = z.infer<typeof entryStepNameSchema>;

/** Lists what a step can find. The text and the remedy of each are in the catalogue. */
export const entryFindingSchema = z.enum([
  'cname',
  'flattened',
  'loop',
  'too-long',
  'not-found',
  'no-answer',
  'elsewhere',
  'hidden',
  'is-oxylabs',
  'same-addresses',
  'rotating',
  'some-addresses',
  'provider-proxy',
  'private',
  'other-addresses',
  'changed',
  'no-address',
  'open',
  'refused',
  'silent',
  'no-route',
  'covers',
  'other-names',
  'untrusted',
  'no-tls',
  'skipped',
]);
export type EntryFinding = z.infer<typeof entryFindingSchema>;

export const entryVerdictSchema = z.enum(['ok', 'warning', 'fault', 'unknown']);
export type EntryVerdict = z.infer<typeof entryVerdictSchema>;

/** Holds one step with what it found. `details` are names or addresses. */
export const entryStepSchema = z.object({
  step: entryStepNameSchema,
  verdict: entryVerdictSchema,
  finding: entryFindingSchema,
  details: z.array(nameSchema).max(60),
});
export type EntryStep = z.infer<typeof entryStepSchema>;

/** Holds the steps of a check, and whether it is proved that the name leads to Oxylabs. */
export const entryReportSchema = z.object({
  name: hostNameSchema,
  leadsToOxylabs: z.boolean(),
  steps: z.array(entryStepSchema).max(4),
});
export type EntryReport = z.infer<typeof entryReportSchema>;

/** Returns the host name in what a user pasted (`https://Proxy.Example.com:7777/`), or null if there is none. */
export function hostNameIn(text: string): string | null {
  const trimmed = text.trim();
  try {
    const { hostname } = new URL(/^[a-z0-9+.-]+:\/\//i.test(trimmed) ? trimmed : `http://${trimmed}`);
    const name = hostname.replace(/\.$/, '').toLowerCase();
    return hostNamePattern.test(name) ? name : null;
  } catch {
    return null;
  }
}

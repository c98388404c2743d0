import type { ShownAnswer } from '../contract/activity.ts';
import { oneLine } from './refusal.ts';

/** What a secret is replaced by. */
const hidden = '[hidden]';

/** A shorter text reveals nothing, and would cut words. */
const leastSecret = 4;

/**
 * Matches a JSON string under a key that names a secret. The key's length is bounded, so that a hostile text cannot make the
 * pattern backtrack without end; the string may lack its end, because the text was cut.
 */
const secretField =
  /("[^"\\]{0,40}?(?:token|passw|secret|jwt|authorization|api_?key)[^"\\]{0,40}"\s{0,20}:\s{0,20})("(?:[^"\\]|\\.)*(?:"|\\?$)|[\d.]+)/gis;

/** Matches a JSON web token, and what follows the name of a scheme of HTTP authentication. */
const webToken = /\beyJ[\w-]{8,}(?:\.[\w-]*){0,2}/g;
const credentials = /\b(Bearer|Basic)(\s+)[\w.~+/=-]{4,}/gi;

/** Returns the beginning of a body without its secrets, and whether there was more. */
export function shownAnswer(body: Uint8Array, mostChars: number, secrets: readonly string[]): ShownAnswer {
  // A form may be four times as long as its secret. Half a secret at the end is not found, so the end is left out.
  const margin = 1_000 + 4 * Math.max(0, ...secrets.map(({ length }) => length));
  const read = body.subarray(0, 4 * (mostChars + margin));
  const text = new TextDecoder().decode(read).slice(0, mostChars + margin);
  const whole = read.length === body.length && text.length < mostChars + margin;
  const redacted = withoutSecrets(text, secrets);
  const safe = whole ? redacted : redacted.slice(0, Math.max(0, redacted.length - margin));
  return { text: safe.slice(0, mostChars), cut: !whole || safe.length > mostChars };
}

/** Returns the text without these secrets in any form in which a server echoes them, and without what looks like one. */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  const forms = secrets.filter((each) => each.length >= leastSecret).flatMap(formsOf);
  // The longest first: one secret may be a part of another.
  const known = [...new Set(forms)].sort((one, other) => other.length - one.length);
  const without = known.reduce((rest, form) => rest.replaceAll(form, hidden), text);
  return without
    .replace(secretField, `$1"${hidden}"`)
    .replace(webToken, hidden)
    .replace(credentials, `$1$2${hidden}`);
}

function formsOf(secret: string): string[] {
  return [
    secret,
    JSON.stringify(secret).slice(1, -1),
    // In the vendor's words, as they are shown.
    oneLine(secret),
    secret.replaceAll('/', '\\/'),
    encodeURIComponent(secret.toWellFormed()),
    Buffer.from(secret, 'utf8').toString('base64'),
    Buffer.from(secret, 'utf8').toString('base64url'),
    secret
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&#39;'),
  ];
}

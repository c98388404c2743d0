import { type ApiFailure, failed, type Outcome, succeeded } from '../contract/failure.ts';

/** The text of a successful answer. */
export type Answer = { status: number; text: string; contentType: string };

/** Parses JSON; undefined where the text is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Parses the answer to a read. `parse` returns null for an unexpected shape. */
export function understand<Value>(answer: Answer, parse: (body: unknown) => Value | null): Outcome<Value> {
  const body = parseJson(answer.text);
  if (body === undefined) return failed(notJson(answer));
  const value = parse(body);
  return value === null ? failed({ kind: 'not-understood', reason: 'shape' }) : succeeded(value);
}

/**
 * Reads the answer to a write: empty, or any JSON. A web page with status 200 comes from a captive portal, so
 * whether the write was carried out is unknown.
 */
export function understandWrite(answer: Answer): Outcome<unknown> {
  if (answer.text.trim() === '') return succeeded(null);
  const body = parseJson(answer.text);
  return body === undefined ? failed(notJson(answer)) : succeeded(body);
}

/**
 * Matches the start of an HTML page. Each text matches in one way and a comment ends at its first `-->`, so a
 * page of many comments cannot make the pattern backtrack exponentially.
 */
const page = /^(?:<\?xml[^>]*>|<!--(?:(?!-->)[\s\S])*-->|\s)*<(?:!doctype|html|head|body|title|meta|script)/i;

/** Returns whether a text begins like an HTML page. */
export function isPage(text: string): boolean {
  return page.test(text.slice(0, 2_000));
}

function notJson({ text, contentType }: Answer): ApiFailure {
  const html = /^\s*text\/html/i.test(contentType) || isPage(text);
  return { kind: 'not-understood', reason: html ? 'html' : 'not-json' };
}

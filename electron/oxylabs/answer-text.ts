import { type ApiFailure, failed, type Outcome, succeeded } from '../contract/failure.ts';
import type { Answer } from './http.ts';

/** JSON, or undefined where it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The answer to a question: JSON in the shape that `parse` knows (null for another shape). */
export function understand<Value>(answer: Answer, parse: (body: unknown) => Value | null): Outcome<Value> {
  const body = parseJson(answer.text);
  if (body === undefined) return failed(notJson(answer));
  const value = parse(body);
  return value === null ? failed({ kind: 'not-understood', reason: 'shape' }) : succeeded(value);
}

/**
 * The answer to a write: empty, or any JSON. A web page with status 200 is a sign-in page of the network in between,
 * and says nothing of whether the write was done.
 */
export function understandWrite(answer: Answer): Outcome<unknown> {
  if (answer.text.trim() === '') return succeeded(null);
  const body = parseJson(answer.text);
  return body === undefined ? failed(notJson(answer)) : succeeded(body);
}

/**
 * A page's beginning. No two ways lead through a text, and a comment cannot reach beyond its end: a pattern with a choice would
 * take for ever on a page of many comments.
 */
const page = /^(?:<\?xml[^>]*>|<!--(?:(?!-->)[\s\S])*-->|\s)*<(?:!doctype|html|head|body|title|meta|script)/i;

function notJson({ text, contentType }: Answer): ApiFailure {
  const html = /^\s*text\/html/i.test(contentType) || page.test(text.slice(0, 2_000));
  return { kind: 'not-understood', reason: html ? 'html' : 'not-json' };
}

import { type CommandFailure, failed, type Outcome, succeeded } from '../contract/failure.ts';

/**
 * The prefix of a proxy login (`customer-NAME`). The API expects the bare name, and users paste the whole.
 */
const proxyPrefix = 'customer-';

export type BadUsername = Extract<CommandFailure, { kind: 'bad-username' }>;
export type MainUsername = { username: string; prefixRemoved: boolean };

/**
 * Converts typed or pasted text to the main user's name. Refuses a colon before any call: Basic
 * authentication ends the username at the first one, so another user would be asked for.
 */
export function readMainUsername(typed: string): Outcome<MainUsername, BadUsername> {
  const trimmed = typed.trim();
  const prefixRemoved = trimmed.startsWith(proxyPrefix);
  const username = prefixRemoved ? trimmed.slice(proxyPrefix.length) : trimmed;
  if (username === '') return failed({ kind: 'bad-username', reason: 'empty' });
  if (username.includes(':')) return failed({ kind: 'bad-username', reason: 'colon' });
  return succeeded({ username, prefixRemoved });
}

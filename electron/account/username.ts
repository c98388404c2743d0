import { failed, type Outcome, succeeded } from '../contract/failure.ts';

/** The prefix of a proxy login (`customer-NAME`). The API wants the bare name, and people paste it along. */
const proxyPrefix = 'customer-';

export type MainUsername = { username: string; prefixRemoved: boolean };

/**
 * Makes what a person typed or pasted into the main user's name. A colon is refused before any call:
 * Basic authentication ends the username at the first one, so another user would be asked for.
 */
export function readMainUsername(
  typed: string,
): Outcome<MainUsername, { kind: 'invalid-input'; problems: string[] }> {
  const trimmed = typed.trim();
  const prefixRemoved = trimmed.startsWith(proxyPrefix);
  const username = prefixRemoved ? trimmed.slice(proxyPrefix.length) : trimmed;
  if (username === '') return failed({ kind: 'invalid-input', problems: ['Enter the username.'] });
  if (username.includes(':')) {
    return failed({
      kind: 'invalid-input',
      problems: [
        'A username cannot contain a colon. Enter the name alone, and the password in its own field.',
      ],
    });
  }
  return succeeded({ username, prefixRemoved });
}

import type { SentRequest } from '../../contract/activity.ts';
import { inShell } from '../../proxy/quoting.ts';
import { bodyText } from '../../text/request-body.ts';

/**
 * Returns a request as a command line for bash and its relatives. The token and the password are `$TOKEN` and `$PASSWORD`,
 * which the user sets; all else is quoted, so that a name is never run.
 */
export function curlText(request: SentRequest, apiUrl: string): string {
  const { call, method, username } = request;
  const words = [`curl --request ${method} ${inShell(`${apiUrl}${request.path}`)}`];
  if (call === 'login') words.push(`--user ${inShell(`${username ?? ''}:`)}"$PASSWORD"`);
  else words.push('--header "Authorization: Bearer $TOKEN"');
  words.push(`--header 'Accept: application/json'`);
  if (request.body !== null) {
    words.push(`--header 'Content-Type: application/json'`);
    words.push(`--data-raw ${bodyWord(request.body)}`);
  }
  return words.join(' \\\n  ');
}

function bodyWord(body: NonNullable<SentRequest['body']>): string {
  // Outside of the single quotes, for the shell to put it there.
  return inShell(bodyText(body, passwordMark)).replace(passwordMark, () => `'"$PASSWORD"'`);
}

/** No text of a request holds a NUL, which JSON writes as an escape. */
const passwordMark = '\0';

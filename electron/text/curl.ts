import type { SentRequest } from '../contract/activity.ts';

/**
 * Returns a request as a command line for bash and its relatives. The token and the password are `$TOKEN` and `$PASSWORD`,
 * which the user sets; all else is quoted, so that a name is never run.
 */
export function curlText(request: SentRequest, apiUrl: string): string {
  const { call, method, username } = request;
  const words = [`curl --request ${method} ${quoted(`${apiUrl}${request.path}`)}`];
  if (call === 'login') words.push(`--user ${quoted(`${username ?? ''}:`)}"$PASSWORD"`);
  else words.push('--header "Authorization: Bearer $TOKEN"');
  words.push(`--header 'Accept: application/json'`);
  if (request.body !== null) {
    words.push(`--header 'Content-Type: application/json'`);
    words.push(`--data-raw ${bodyWord(request.body)}`);
  }
  return words.join(' \\\n  ');
}

/** Returns a text as one word of the shell, in which nothing is special. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

function bodyWord(body: NonNullable<SentRequest['body']>): string {
  // Outside of the single quotes, for the shell to put it there.
  return quoted(bodyText(body, passwordMark)).replace(passwordMark, () => `'"$PASSWORD"'`);
}

/** No text of a request holds a NUL, which JSON writes as an escape. */
const passwordMark = '\0';

/** Returns the JSON of a body, with `password` in place of the one that was not kept. */
export function bodyText(
  { fields, setsPassword }: NonNullable<SentRequest['body']>,
  password: string,
): string {
  const members = Object.entries(fields).map(
    ([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`,
  );
  const secret = `"password":"${password}"`;
  // After the username, as it was sent.
  if (setsPassword) members.splice('username' in fields ? 1 : 0, 0, secret);
  return `{${members.join(',')}}`;
}

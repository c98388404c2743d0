import type { SentRequest } from '../contract/activity.ts';

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

import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SentRequest } from '../../../electron/contract/activity.ts';
import { curlText } from '../../../electron/monitor/connection/curl-text.ts';
import { bodyText } from '../../../electron/text/request-body.ts';
import { amount } from '../../support/unit/amount.ts';

const url = 'https://residential-api.oxylabs.io/v2';
const read: SentRequest = {
  call: 'subUserUsage',
  method: 'GET',
  path: '/users/3f1c/sub-users/7?type=24h',
  subUserId: 7,
  username: null,
  body: null,
};
const create: SentRequest = {
  call: 'createSubUser',
  method: 'POST',
  path: '/users/3f1c/sub-users',
  subUserId: null,
  username: null,
  body: { fields: { username: 'one', traffic_limit: 5, lifetime: false }, setsPassword: true },
};
const login: SentRequest = { ...read, call: 'login', method: 'POST', path: '/login', username: 'demo_main' };
const secrets = { TOKEN: 'eyJ.a b', PASSWORD: 'Aa1_ $(id) \'#"`!' };

/** Runs the commands in bash, where `curl` only prints its arguments, and returns those of each. */
function argumentsOf(commands: readonly string[]): string[][] {
  const script = `curl() { printf '%s\\0' "$@"; printf '\\n\\0'; }\n${commands.join('\n')}\n`;
  const output = execFileSync('bash', ['-u'], { input: script, env: { ...secrets }, encoding: 'utf8' });
  const all: string[][] = [[]];
  for (const each of output.split('\0').slice(0, -1)) {
    if (each === '\n') all.push([]);
    else all.at(-1)?.push(each);
  }
  return all.slice(0, -1);
}

test('bash reads a copied request as it was sent, with the token and the password of its variables', () => {
  const [one, two, three] = argumentsOf([read, create, login].map((each) => curlText(each, url)));
  expect(one).toEqual([
    '--request',
    'GET',
    `${url}/users/3f1c/sub-users/7?type=24h`,
    '--header',
    `Authorization: Bearer ${secrets.TOKEN}`,
    '--header',
    'Accept: application/json',
  ]);
  expect(two?.slice(-3)).toEqual([
    'Content-Type: application/json',
    '--data-raw',
    `{"username":"one","password":"${secrets.PASSWORD}","traffic_limit":5,"lifetime":false}`,
  ]);
  expect(three?.slice(3, 5)).toEqual(['--user', `demo_main:${secrets.PASSWORD}`]);
  expect(curlText(create, url)).not.toContain(secrets.PASSWORD);
});

test('checklist copied-requests: no name is run or split by bash, whatever is in it', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc.constantFrom(
      `'`,
      `'; touch /tmp/x #`,
      '$(id)',
      '`id`',
      '"',
      '\\',
      '!!',
      '-x',
      '\n',
      '$PASSWORD',
      `'"$TOKEN"'`,
    ),
  );
  const name = hostile.filter((text) => !text.includes('\0') && text === text.toWellFormed());
  const names = fc.sample(name, amount(400, 4_000));
  const outputs = argumentsOf(
    names.flatMap((username) => [
      curlText({ ...login, username, path: `/login?x=${username}` }, url),
      curlText({ ...create, body: { fields: { username }, setsPassword: false } }, url),
    ]),
  );
  for (const [index, username] of names.entries()) {
    const [signIn, made] = [outputs[2 * index], outputs[2 * index + 1]];
    expect(signIn?.[2]).toBe(`${url}/login?x=${username}`);
    expect(signIn?.[4]).toBe(`${username}:${secrets.PASSWORD}`);
    expect(JSON.parse(made?.at(-1) ?? '')).toEqual({ username });
  }
});

test('a body has its password where it was sent, under a mark', () => {
  expect(bodyText({ fields: { traffic_limit: null }, setsPassword: true }, 'hidden')).toBe(
    '{"password":"hidden","traffic_limit":null}',
  );
});

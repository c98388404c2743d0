import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type ConnectionChoice,
  type ConnectionFormat,
  type ConnectionOrder,
  firstChoice,
} from '../../../electron/contract/connection.ts';
import { connectionTexts } from '../../../electron/proxy/connection-text.ts';

const hostile = [
  `it's "quoted"`,
  '$(touch x) `id` $HOME !! \\',
  'a#b~c+d=e_f@g:h/i?j%k&l',
  'line\nend\r\ttab',
  '’typographic‘ “marks”',
  'ключ-密码-🔑',
  "''",
  '-U',
  '\u2028{0}%s',
];
const random = fc.sample(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }).filter((text) => !text.includes('\0')),
  { numRuns: 60, seed: 7 },
);
const passwords = [...hostile, ...random];

function order(choice: Partial<ConnectionChoice>): ConnectionOrder {
  return { username: 'crawler_7', choice: { ...firstChoice, ...choice }, sessionSeed: 'k3f9' };
}

function text(format: ConnectionFormat, password: string, choice: Partial<ConnectionChoice> = {}): string {
  const [first = ''] = connectionTexts(order({ ...choice, format }), { ownEntry: null, password }, 1);
  return first;
}

/** Runs a program on what it reads, and returns the values that it separates by NUL. */
function run(program: string, args: string[], input: string): string[] {
  const { stdout, stderr, status } = spawnSync(program, args, { input, encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout.split('\0').slice(0, -1);
}

function passwordIn(url: string): string {
  const { username, password } = new URL(url);
  expect(username).toBe('customer-crawler_7');
  return decodeURIComponent(password);
}

test('a URL is read back by a parser, in each protocol', () => {
  for (const protocol of ['http', 'https', 'socks5'] as const)
    for (const password of passwords) {
      const url = text('url', password, { protocol });
      expect(passwordIn(url)).toBe(password.toWellFormed());
      expect(url).toMatch(/^(http|https|socks5h):\/\/[\w-]+:[\w.~%-]+@pr\.oxylabs\.io:7777$/);
    }
});

test('lines for programs that read them raw are raw', () => {
  const password = 'a#b~c';
  expect(text('host-port-user-pass', password)).toBe('pr.oxylabs.io:7777:customer-crawler_7:a#b~c');
  expect(text('user-pass-at-host-port', password)).toBe('customer-crawler_7:a#b~c@pr.oxylabs.io:7777');
  expect(text('host-port-at-user-pass', password)).toBe('pr.oxylabs.io:7777@customer-crawler_7:a#b~c');
  expect(text('user-pass-host-port', password)).toBe('customer-crawler_7:a#b~c:pr.oxylabs.io:7777');
});

test('bash runs what was copied, with the password as one argument', () => {
  const commands = passwords.map((password) => text('curl', password));
  const printed = run('bash', [], `curl() { printf '%s\\0' "$@"; }\n${commands.join('\n')}\n`);
  expect(printed).toEqual(
    passwords.flatMap((password) => [
      '-x',
      'http://pr.oxylabs.io:7777',
      '-U',
      `customer-crawler_7:${password.toWellFormed()}`,
      'https://ip.oxylabs.io/location',
    ]),
  );
  const scripts = passwords.map(
    (password) => `${text('env-sh', password)}\nprintf '%s\\0' "$https_proxy" "$ALL_PROXY" "$no_proxy"`,
  );
  const variables = run('bash', [], scripts.join('\n'));
  passwords.forEach((password, at) => {
    const [lower = '', upper = '', exceptions] = variables.slice(at * 3);
    expect(passwordIn(lower)).toBe(password.toWellFormed());
    expect(upper).toBe(lower);
    expect(exceptions).toBe('localhost,127.0.0.1,::1');
  });
});

test('python3 parses what was copied, and finds the same URL', () => {
  const formats = ['python-requests', 'python-httpx', 'scrapy'] as const;
  const snippets = formats.flatMap((format) => passwords.map((password) => text(format, password)));
  const reader = `import ast, json, sys
for code in json.load(sys.stdin):
    texts = [node.value for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    print(next(each for each in texts if "customer-" in each), end="\\0")`;
  const found = run('python3', ['-c', reader], JSON.stringify(snippets));
  expect(found.map(passwordIn)).toEqual(formats.flatMap(() => passwords.map((each) => each.toWellFormed())));
});

/** Runs a module's code with what it imports replaced by a record of every call. */
async function calls(code: string): Promise<unknown[]> {
  const seen: unknown[] = [];
  const answer = { text: async () => '', data: '', textContent: async () => '', $eval: async () => '' };
  const page = {
    ...answer,
    goto: async () => {},
    authenticate: async (login: unknown) => void seen.push(login),
  };
  const browser = { newPage: async () => page, close: async () => {} };
  const launch = async (options: unknown) => {
    seen.push(options);
    return browser;
  };
  class Agent {
    constructor(url: unknown) {
      seen.push(url);
    }
  }
  const stand = {
    fetch: async () => answer,
    ProxyAgent: Agent,
    HttpsProxyAgent: Agent,
    SocksProxyAgent: Agent,
    axios: { get: async () => answer },
    chromium: { launch },
    puppeteer: { launch },
    console: { log() {} },
  };
  const body = code.replaceAll(/^import .*;$/gm, '');
  const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor;
  await new AsyncFunction(...Object.keys(stand), body)(...Object.values(stand));
  return seen;
}

test('Node runs what was copied, and hands the same login to each library', async () => {
  for (const password of passwords) {
    const right = password.toWellFormed();
    for (const format of ['undici', 'axios'] as const) {
      const [url] = await calls(text(format, password));
      expect(passwordIn(String(url))).toBe(right);
    }
    const server = 'http://pr.oxylabs.io:7777';
    const username = 'customer-crawler_7';
    expect(await calls(text('playwright', password))).toEqual([{ proxy: { server, username, password } }]);
    expect(await calls(text('puppeteer', password))).toEqual([
      { args: [`--proxy-server=${server}`] },
      { username, password },
    ]);
  }
});

test('PowerShell reads a quote only as its end, so each is doubled', () => {
  for (const password of passwords) {
    const lines = text('env-powershell', password).split('\n');
    expect(lines).toHaveLength(8);
    for (const line of lines) {
      const [, quoted = ''] = line.match(/^\$env:\w+ = '((?:[^'‘’‚‛]|(['‘’‚‛])\2)*)'$/) ?? [];
      expect(quoted).not.toBe('');
    }
  }
});

test('a PAC file answers with the entry, and holds no login', () => {
  for (const [protocol, kind] of [
    ['http', 'PROXY'],
    ['https', 'HTTPS'],
    ['socks5', 'SOCKS5'],
  ] as const) {
    const code = text('pac', 'secret#1', { protocol });
    expect(code).not.toContain('secret');
    expect(code).not.toContain('customer');
    const answer = new Function('isPlainHostName', `${code}\nreturn FindProxyForURL('', 'example.com');`);
    expect(answer(() => false)).toBe(`${kind} pr.oxylabs.io:7777`);
  }
});

test('FoxyProxy is given a URL with a title', () => {
  const url = new URL(text('foxyproxy', 'a#b', { protocol: 'socks5' }));
  expect(url.protocol).toBe('socks5:');
  expect(url.searchParams.get('title')).toBe('customer-crawler_7');
});

test('each session is a line with an id, the same whenever it is made', () => {
  const sticky = order({ session: 'sticky', minutes: 20, count: 10_000, country: 'de' });
  const lines = connectionTexts(sticky, { ownEntry: null, password: 'p' }, 10_000);
  expect(new Set(lines).size).toBe(10_000);
  expect(lines[0]).toBe('http://customer-crawler_7-cc-DE-sessid-k3f91-sesstime-20:p@pr.oxylabs.io:7777');
  expect(connectionTexts(sticky, { ownEntry: null, password: 'p' }, 3)).toEqual(lines.slice(0, 3));
});

test('a country’s node has its port, and a port for each session, with the plain name', () => {
  const at = (choice: Partial<ConnectionChoice>) =>
    connectionTexts(
      order({ entry: 'country', country: 'tr', ...choice }),
      { ownEntry: null, password: 'p' },
      2,
    );
  expect(at({})).toEqual(['http://customer-crawler_7:p@tr-pr.oxylabs.io:30000']);
  expect(at({ session: 'sticky', count: 2 })).toEqual([
    'http://customer-crawler_7:p@tr-pr.oxylabs.io:30001',
    'http://customer-crawler_7:p@tr-pr.oxylabs.io:30002',
  ]);
});

test.each([
  [{ country: 'GB', city: 'New  York' }, 'customer-crawler_7-cc-GB-city-new_york'],
  [{ state: 'North Carolina' }, 'customer-crawler_7-st-us_north_carolina'],
  [{ postalCode: '90210' }, 'customer-crawler_7-cc-US-postalcode-90210'],
  [{ asn: 'AS21928' }, 'customer-crawler_7-ASN-21928'],
  [{ continent: 'eu' }, 'customer-crawler_7-cn-EU'],
  [{ session: 'strict' }, 'customer-crawler_7-sessid_oneip-k3f91'],
] as const)('the login of %j is the vendor’s', (choice, name) => {
  expect(text('user-pass-at-host-port', 'p', choice)).toBe(`${name}:p@pr.oxylabs.io:7777`);
});

test('an own entry and the Chinese ones have their addresses', () => {
  const own = connectionTexts(order({ entry: 'own' }), { ownEntry: 'proxy.example.com', password: 'p' }, 1);
  expect(own).toEqual(['http://customer-crawler_7:p@proxy.example.com:7777']);
  expect(text('url', 'p', { entry: 'hong-kong', protocol: 'https' })).toMatch(
    /^https:.*@a81298871\.com:8000$/,
  );
  expect(text('url', 'p', { entry: 'beijing', protocol: 'https' })).toMatch(/^https:.*@cnt9t1is\.com:8000$/);
});

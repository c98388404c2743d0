import fc from 'fast-check';
import { anyText } from '../../support/unit/any-text.ts';

/** One answer of any server at the API's address. */
export type HostileAnswer =
  | {
      kind: 'answer';
      status: number;
      headers: [string, string][];
      body: string | Uint8Array;
      cutAt: number | null;
    }
  | { kind: 'thrown'; error: Error };

const figures = fc.oneof(
  fc.double(),
  fc.integer(),
  fc.constantFrom<unknown>(0, -0, -1, 1e308, 2 ** 53, '1.5', 'NaN', null, true, [], {}),
);
const days = fc.oneof(
  fc.constantFrom('2026-03-01', '2026-02-30', '2026-03-01 23', '2026-03-01 24', '2026-03-01T07:00:00Z', ''),
  fc.string(),
);
const names = fc.oneof(
  anyText({ maxLength: 20 }),
  fc.constantFrom('crawler', '<img src=x onerror=alert(1)>', '\u202egnirotinom', '__proto__', ''),
);

const subUser = fc.record(
  {
    id: fc.oneof(fc.integer({ min: 1 }), figures),
    username: fc.oneof(names, figures),
    status: fc.oneof(fc.constantFrom<unknown>('active', 'disabled', 'frozen', 1, null), names),
    created_at: fc.oneof(fc.constant('2022-01-24 13:54'), days, figures),
    traffic: figures,
    traffic_limit: figures,
    auto_disable: fc.oneof(fc.boolean(), figures),
    lifetime: fc.oneof(fc.boolean(), figures),
  },
  { requiredKeys: [] },
);
const step = fc.record(
  { date: days, traffic: figures, target: names, requests: figures },
  { requiredKeys: [] },
);

/** Generates a value in the shape of an API answer, or nearly so. */
const likely = fc.oneof(
  fc.array(subUser, { maxLength: 4 }),
  fc.record({ traffic: figures, date_from: days, date_to: days }, { requiredKeys: [] }),
  fc.record(
    {
      traffic: figures,
      requests: figures,
      traffic_by_period: fc.oneof(fc.dictionary(days, figures, { maxKeys: 4 }), figures),
      trafficByPeriod: fc.dictionary(days, figures, { maxKeys: 4 }),
      results: fc.oneof(fc.array(fc.oneof(step, figures), { maxLength: 4 }), figures),
    },
    { requiredKeys: [] },
  ),
  fc.record({ user_id: fc.oneof(fc.uuid(), names), token: fc.oneof(fc.constant('a.b.c'), names) }),
  fc.record({ id: figures }),
  fc.record({ error: fc.oneof(names, figures), message: names }, { requiredKeys: [] }),
);

/** Generates an API answer, or nearly one. */
export const likelyBody: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: likely },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
);

const honestText = likelyBody.map((body) => JSON.stringify(body));
/** Generates JSON with one place cut out, doubled or overwritten. */
const mutatedText = fc
  .tuple(
    honestText,
    fc.nat(),
    fc.nat({ max: 8 }),
    fc.constantFrom('', '1e999', '"__proto__":{"polluted":1},', '}', ',', '\0', '\ud800', 'null', '-'),
  )
  .map(([text, place, length, put]) => {
    const at = place % (text.length + 1);
    return text.slice(0, at) + put + text.slice(at + length);
  });
const deepText = fc.nat({ max: 5_000 }).map((depth) => `${'['.repeat(depth)}${'{"a":'.repeat(depth % 50)}`);
const pages = fc.constantFrom(
  '<!doctype html><title>Sign in</title>',
  '\ufeff{"traffic":1}',
  '<?xml version="1.0"?><error/>',
  '<!--'.repeat(400),
  `${'<!---->'.repeat(280)}x`,
  `${' '.repeat(1_900)}<`,
  '',
  ' '.repeat(1_000),
);

/** Generates a body as text: valid, damaged, hostile or meaningless. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 5, arbitrary: honestText },
  { weight: 3, arbitrary: mutatedText },
  { weight: 1, arbitrary: pages },
  { weight: 1, arbitrary: anyText({ maxLength: 50 }) },
  { weight: 1, arbitrary: deepText },
);

const bodies = fc.oneof(
  { weight: 11, arbitrary: hostileText },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }) },
);
const statuses = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(200, 201) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(204, 205, 301, 302, 304, 400, 401, 403, 404, 408, 409, 413, 429, 500, 503),
  },
  { weight: 1, arbitrary: fc.integer({ min: 200, max: 599 }) },
);
const headers = fc.array(
  fc.oneof(
    fc.tuple(
      fc.constant('Content-Type'),
      fc.constantFrom(
        'application/json',
        'text/html',
        'text/html;;;',
        'image/png',
        '',
        'application/json; charset=utf-16',
      ),
    ),
    fc.tuple(
      fc.constant('Retry-After'),
      fc.oneof(
        fc.constantFrom(
          '0',
          '1',
          '-1',
          '1e9',
          '99999999999999',
          'Sun, 01 Mar 2099 12:02:00 GMT',
          'soon',
          'NaN',
        ),
        fc.string({ unit: 'grapheme-ascii', maxLength: 12 }),
      ),
    ),
    fc.tuple(
      fc.constantFrom('Content-Length', 'Location', 'Content-Encoding', 'Set-Cookie'),
      fc.constantFrom('0', '-1', 'gzip', 'http://example.invalid', ''),
    ),
  ),
  { maxLength: 3 },
);

const errors = fc.constantFrom(
  () => new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code: 'ECONNRESET' }) }),
  () => new Error('net::ERR_CONNECTION_RESET'),
  () => new Error('net::ERR_CERT_DATE_INVALID'),
  () => new Error(''),
  () => new DOMException('aborted', 'AbortError'),
  () => new DOMException('late', 'TimeoutError'),
  circular,
  () => new RangeError('Invalid array length'),
);

function circular(): Error {
  const error = new Error('circular');
  error.cause = error;
  return error;
}

export const hostileAnswer: fc.Arbitrary<HostileAnswer> = fc.oneof(
  {
    weight: 19,
    arbitrary: fc.record({
      kind: fc.constant('answer' as const),
      status: statuses,
      headers,
      body: bodies,
      cutAt: fc.oneof(
        { weight: 9, arbitrary: fc.constant(null) },
        { weight: 1, arbitrary: fc.nat({ max: 100 }) },
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('thrown' as const), error: errors.map((make) => make()) }),
  },
);

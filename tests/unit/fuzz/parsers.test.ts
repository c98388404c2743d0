import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { z } from 'zod';
import { apiFailureSchema } from '../../../electron/contract/failure.ts';
import { subUserListSchema } from '../../../electron/contract/sub-user.ts';
import {
  monthTotalSchema,
  targetTrafficSchema,
  usageSeriesSchema,
} from '../../../electron/contract/usage.ts';
import { understand, understandWrite } from '../../../electron/oxylabs/answer.ts';
import { readMoment } from '../../../electron/oxylabs/figures.ts';
import { refusal } from '../../../electron/oxylabs/refusal.ts';
import { readRetryAfter } from '../../../electron/oxylabs/retry-after.ts';
import { readSubUsers } from '../../../electron/oxylabs/sub-user-answers.ts';
import {
  readMonthTotal,
  readTargetTraffic,
  readUsageSeries,
} from '../../../electron/oxylabs/usage-answers.ts';
import { amount } from '../../support/unit/amount.ts';
import { anyText } from '../../support/unit/any-text.ts';
import { hostileText, likelyBody } from './answers.ts';

const runs = amount(3_000, 10_000);

const parsers: [string, (body: unknown) => unknown, z.ZodType][] = [
  ['sub-users', readSubUsers, subUserListSchema],
  ['the month', readMonthTotal, monthTotalSchema],
  ['a series', readUsageSeries, usageSeriesSchema],
  ['targets', readTargetTraffic, targetTrafficSchema],
];

test('for any input, a parser returns a value of the contract or null', () => {
  let values = 0;
  fc.assert(
    fc.property(likelyBody, (body) => {
      for (const [name, read, schema] of parsers) {
        const value = read(body);
        if (value === null) continue;
        values += 1;
        expect(schema.safeParse(value).success, name).toBe(true);
      }
    }),
    { numRuns: runs },
  );
  expect(values).toBeGreaterThan(runs / 2);
});

test('every parsed figure is finite, not negative and plausible', () => {
  fc.assert(
    fc.property(likelyBody, (body) => {
      const { subUsers } = readSubUsers([body].flat()) ?? { subUsers: [] };
      const { points } = readUsageSeries(body) ?? { points: [] };
      for (const gb of [...subUsers, ...points].map(({ trafficGb }) => trafficGb)) {
        if (gb !== null && !(gb >= 0 && gb <= 1e9)) throw new Error(`${gb}`);
      }
    }),
    { numRuns: runs },
  );
});

test('for any text, an answer is understood or is a declared failure', () => {
  const contentType = fc.oneof(fc.constantFrom('text/html', 'application/json', ''), fc.string());
  fc.assert(
    fc.property(hostileText, fc.integer({ min: 200, max: 599 }), contentType, (text, status, type) => {
      const answer = { status, text, contentType: type };
      for (const outcome of [understand(answer, readMonthTotal), understandWrite(answer)]) {
        if (!outcome.ok) apiFailureSchema.parse(outcome.failure);
      }
      apiFailureSchema.parse(refusal(status, text, null));
    }),
    { numRuns: runs },
  );
});

test('no Retry-After leads to a time in the past or more than an hour ahead', () => {
  const header = fc.oneof(
    anyText(),
    fc.nat().map(String),
    fc.bigInt().map(String),
    fc.date().map((date) => date.toUTCString()),
  );
  const clock = fc.integer({ min: 0, max: 4e12 });
  fc.assert(
    fc.property(header, clock, (text, now) => {
      const at = readRetryAfter(text, now);
      return at === null || (at >= now && at <= now + 3_600_000);
    }),
    { numRuns: runs },
  );
});

test('a moment reads back as written, or is null', () => {
  const text = fc.oneof(
    fc.string(),
    fc.date({ noInvalidDate: true }).map((date) => date.toISOString().slice(0, 16).replace('T', ' ')),
    fc
      .tuple(fc.nat({ max: 9_999 }), fc.nat({ max: 20 }), fc.nat({ max: 40 }), fc.nat({ max: 30 }))
      .map(([year, ...rest]) => {
        const [month, day, hour] = rest.map((part) => `${part}`.padStart(2, '0'));
        return `${`${year}`.padStart(4, '0')}-${month}-${day} ${hour}`;
      }),
  );
  fc.assert(
    fc.property(text, (moment) => {
      const at = readMoment(moment);
      return at === null || new Date(at).toISOString().startsWith(moment.slice(0, 10));
    }),
    { numRuns: runs },
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { accountIdSchema } from '../../../electron/contract/account.ts';
import { apiFailureSchema } from '../../../electron/contract/failure.ts';
import { subUserIdSchema, subUserListSchema } from '../../../electron/contract/sub-user.ts';
import {
  monthTotalSchema,
  targetTrafficSchema,
  usageSeriesSchema,
} from '../../../electron/contract/usage.ts';
import type { Authorization, OxylabsClient } from '../../../electron/oxylabs/client.ts';
import { Secret } from '../../../electron/oxylabs/secret.ts';
import { describeFailure } from '../../../electron/text/failure.ts';
import { amount } from '../../support/unit/amount.ts';
import { clientFor } from '../../support/unit/client.ts';
import { type HostileAnswer, hostileAnswer } from './answers.ts';

/** The number of answers given to the whole client. */
const answersInAll = amount(6_000, 100_000);
const answersAtOnce = 500;
const callsAtOnce = 20;
/** Nothing waits here, so a call that takes longer hangs. */
const hangsAfterMs = 5_000;

const password = 'The_password_1';
const who: Authorization = { accountId: 'b7c1', token: new Secret('header.payload.signature') };
const newSubUser = { username: 'one', password, limitGb: 1, lifetime: false, disablesAtLimit: true };

/** Every call with the shape of its valid answers. */
const calls: [(client: OxylabsClient) => Promise<unknown>, z.ZodType][] = [
  [
    (client) => client.login('main', new Secret(password)),
    z.object({ accountId: accountIdSchema, token: z.instanceof(Secret) }),
  ],
  [(client) => client.listSubUsers(who), subUserListSchema],
  [(client) => client.createSubUser(who, newSubUser), z.object({ id: subUserIdSchema.nullable() })],
  [(client) => client.updateSubUser(who, 1, { limitGb: 2 }), z.null()],
  [(client) => client.deleteSubUser(who, 1), z.null()],
  [(client) => client.subUserUsage(who, 1, { type: 'month' }), usageSeriesSchema],
  [(client) => client.targetUsage(who, 1, '2026-03-01'), targetTrafficSchema],
  [(client) => client.monthTotal(who), monthTotalSchema],
];
const outcomes = calls.map(([, value]) =>
  z.discriminatedUnion('ok', [
    z.strictObject({ ok: z.literal(true), value }),
    z.strictObject({ ok: z.literal(false), failure: apiFailureSchema }),
  ]),
);

let given = 0;
let understood = 0;
let clock = 0;

/** Returns each answer once, in order; a retry after the last one fails as one call too many. */
function fetchFrom(answers: HostileAnswer[]): typeof globalThis.fetch {
  return async () => {
    const answer = answers.shift();
    if (answer === undefined) return new Response(null, { status: 404 });
    given += 1;
    return responseOf(answer);
  };
}

function responseOf(answer: HostileAnswer): Response {
  if (answer.kind === 'thrown') throw answer.error;
  const { status, headers, body, cutAt } = answer;
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  const none = [204, 205, 304].includes(status);
  const response = new Response(none ? null : streamOf(bytes, cutAt), { status });
  for (const [name, value] of headers) {
    // A server cannot send what a header may not hold either.
    if (/^[\t\x20-\x7e]*$/.test(value)) response.headers.set(name, value);
  }
  return response;
}

function streamOf(bytes: Uint8Array, cutAt: number | null): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(stream) {
      stream.enqueue(bytes.slice(0, cutAt ?? bytes.length));
      if (cutAt === null) stream.close();
      else stream.error(new TypeError('terminated'));
    },
  });
}

async function judge(client: OxylabsClient, index: number): Promise<void> {
  const [call] = calls[index % calls.length] ?? [];
  const outcome = await withoutHanging(call?.(client));
  const judged = outcomes[index % calls.length]?.safeParse(outcome);
  if (judged?.success !== true) throw new Error(`Not declared: ${JSON.stringify(outcome)}`);
  if (judged.data.ok) {
    understood += 1;
    return;
  }
  const { failure } = judged.data;
  const text = describeFailure(failure);
  const printed = JSON.stringify(failure) + text;
  if (!/^[A-Z].*\.$/su.test(text)) throw new Error(`No sentence: ${text}`);
  if (printed.includes(who.token.reveal()) || printed.includes(password))
    throw new Error('It reveals a secret.');
}

function withoutHanging<Value>(work: Promise<Value> | undefined): Promise<Value | undefined> {
  let timer: NodeJS.Timeout;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error('It hangs.')), hangsAfterMs);
  });
  return Promise.race([work ?? Promise.resolve(undefined), late]).finally(() => clearTimeout(timer));
}

test(`${answersInAll} hostile answers: each call returns a value of the contract or a declared failure`, async () => {
  const batch = fc.array(hostileAnswer, { minLength: answersAtOnce, maxLength: answersAtOnce, size: 'max' });
  await fc.assert(
    fc.asyncProperty(batch, fc.nat({ max: calls.length - 1 }), async (answers, first) => {
      const left = [...answers];
      const client = clientFor('https://simulator.invalid/v2', {
        fetch: fetchFrom(left),
        firstPauseMs: 0,
        // Each call of the clock is two hours later, so no Retry-After is waited for.
        now: () => (clock += 2 * 60 * 60_000),
      });
      for (let index = first; left.length > 0; index += callsAtOnce) {
        const asked = Array.from({ length: callsAtOnce }, (_, at) => judge(client, index + at));
        await Promise.all(asked);
      }
    }),
    // A failure is shrunk to a smaller example, for this long at most.
    { numRuns: answersInAll / answersAtOnce, interruptAfterTimeLimit: 180_000, markInterruptAsFailure: true },
  );
  expect({}).not.toHaveProperty('polluted');
  expect(given).toBeGreaterThanOrEqual(answersInAll);
  // Invalid input alone would be refused at the first check and prove little.
  expect(understood).toBeGreaterThan(answersInAll / 10);
}, 240_000);

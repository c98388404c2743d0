import { z } from 'zod';
import { dayTextSchema, gbSchema, keySchema, messageSchema } from './bounds.ts';
import { mostAtOnce } from './job.ts';
import { subUserIdSchema } from './sub-user.ts';

const idsSchema = z.array(subUserIdSchema).min(1).max(mostAtOnce);
/** An IANA zone, in which a rule's days and hours are. */
const zoneSchema = z.string().min(1).max(64).refine(isZone);
/** A time of the day, `HH:MM`. */
const timeSchema = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);

/** The smallest cap: what the API shows of a limit has two digits. */
export const leastCapGb = 0.01;

/** Describes an allowance that was bought for a time, in days of the rule's zone. The last day is still valid. */
export const packSchema = z.object({
  id: keySchema,
  gb: gbSchema,
  from: dayTextSchema,
  expires: dayTextSchema,
  note: messageSchema,
  /** What it cost, as the user wrote it. */
  price: z.string().max(100),
});
export type Pack = z.infer<typeof packSchema>;

const ofAll = { id: keySchema, subUserIds: idsSchema };
/** Whether a rule acts when it holds, or after a click on its notification. */
const actsSchema = z.enum(['itself', 'after-click']);

/** Lists the rules by which Guard acts. None exists until a user sets it. */
export const guardRuleSchema = z.discriminatedUnion('kind', [
  /** A day's traffic: what is used at the start of the day plus `capGb` is the limit of the day. */
  z.object({
    ...ofAll,
    kind: z.literal('daily-cap'),
    capGb: z.number().min(leastCapGb).max(1e9),
    zone: zoneSchema,
  }),
  /** Disabled from one time of the day to another, over midnight where `to` is the earlier. */
  z.object({ ...ofAll, kind: z.literal('hours-off'), from: timeSchema, to: timeSchema, zone: zoneSchema }),
  z.object({ ...ofAll, kind: z.literal('packs'), packs: z.array(packSchema).max(100), zone: zoneSchema }),
  /** Disables all at a share of the budget, or when the forecast is beyond it. */
  z.object({
    ...ofAll,
    kind: z.literal('brake'),
    at: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('share'), percent: z.number().min(1).max(1_000) }),
      z.object({ kind: z.literal('forecast') }),
    ]),
    acts: actsSchema,
  }),
  /** Disables a sub-user on a day far above its normal one. */
  z.object({ ...ofAll, kind: z.literal('unusual-day'), acts: actsSchema }),
]);
export type GuardRule = z.infer<typeof guardRuleSchema>;
export type GuardRuleKind = GuardRule['kind'];
export type RuleOf<Kind extends GuardRuleKind> = Extract<GuardRule, { kind: Kind }>;

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

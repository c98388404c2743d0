import { z } from 'zod';
import { messageSchema, mostGb } from './bounds.ts';
import { mostAtOnce } from './job.ts';
import { subUserIdSchema } from './sub-user.ts';

/** An IANA zone, in which a rule's days and hours are. */
const zoneSchema = z.string().refine(isZone);
/** A time of the day, `HH:MM`. */
const timeSchema = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);

/** The most rules of an account. */
export const mostRules = 100;

/** The id that a window makes for a rule or a pack. */
export const ruleIdSchema = z.string().regex(/^[A-Za-z0-9-]{1,64}$/);

/** The smallest cap: what the API shows of a limit has two digits. */
export const leastCapGb = 0.01;

/** The most sub-users that a rule names. */
export const mostRuleSubUsers = mostAtOnce;

/** The most packs of a rule. */
export const mostPacks = 100;

/** The share of the budget at which a brake holds. */
export const leastSharePercent = 1;
export const mostSharePercent = 1_000;

/** Returns whether there is a time between two times of the day, `HH:MM`. */
export function areHours({ from, to }: { from: string; to: string }): boolean {
  return from !== to;
}

/** Returns whether a pack does not end before it begins. Days are `YYYY-MM-DD`. */
export function areDays({ from, expires }: { from: string; expires: string }): boolean {
  return from <= expires;
}

/** Describes an allowance that was bought for a time, in days of the rule's zone. The last day is still valid. */
const packSchema = z
  .strictObject({
    id: ruleIdSchema,
    gb: z.number().positive().max(mostGb),
    from: z.iso.date(),
    expires: z.iso.date(),
    note: messageSchema,
    /** What it cost, as the user wrote it. */
    price: z.string().max(100),
  })
  .refine(areDays);
export type Pack = z.infer<typeof packSchema>;

/** The sub-users that a rule, or a command about it, names. */
export const ruleSubUsersSchema = z.array(subUserIdSchema).min(1).max(mostRuleSubUsers);
const ofAll = { id: ruleIdSchema, subUserIds: ruleSubUsersSchema };
/** Whether a rule acts when it holds, or after a click on its notification. */
const actsSchema = z.enum(['itself', 'after-click']);

/** Lists the rules by which Guard acts. None exists until a user sets it. */
export const guardRuleSchema = z.discriminatedUnion('kind', [
  /** A day's traffic: what is used at the start of the day plus `capGb` is the limit of the day. */
  z.strictObject({
    ...ofAll,
    kind: z.literal('daily-cap'),
    capGb: z.number().min(leastCapGb).max(mostGb),
    zone: zoneSchema,
  }),
  /** Disabled from one time of the day to another, over midnight where `to` is the earlier. */
  z
    .strictObject({
      ...ofAll,
      kind: z.literal('hours-off'),
      from: timeSchema,
      to: timeSchema,
      zone: zoneSchema,
    })
    .refine(areHours),
  z.strictObject({
    ...ofAll,
    kind: z.literal('packs'),
    packs: z.array(packSchema).max(mostPacks),
    zone: zoneSchema,
  }),
  /** Disables all at a share of the budget, or when the forecast is beyond it. */
  z.strictObject({
    ...ofAll,
    kind: z.literal('brake'),
    at: z.discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('share'),
        percent: z.number().min(leastSharePercent).max(mostSharePercent),
      }),
      z.strictObject({ kind: z.literal('forecast') }),
    ]),
    acts: actsSchema,
  }),
  /** Disables a sub-user on a day far above its normal one. */
  z.strictObject({ ...ofAll, kind: z.literal('unusual-day'), acts: actsSchema }),
]);
export type GuardRule = z.infer<typeof guardRuleSchema>;
export type GuardRuleKind = GuardRule['kind'];
export type RuleOf<Kind extends GuardRuleKind> = Extract<GuardRule, { kind: Kind }>;

/** Returns whether a rule is about the limit, and not about the status. */
export function isAboutLimit({ kind }: Pick<GuardRule, 'kind'>): boolean {
  return kind === 'daily-cap' || kind === 'packs';
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

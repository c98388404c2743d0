import { z } from 'zod';
import type { SimulatedAccount } from './account.ts';
import { json, refuse, type SimulatorAnswer } from './exchange.ts';
import type { SimulatedSubUser } from './people.ts';

const passwordSchema = z.string().regex(/^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)(?=.*[#_~+=]).{12,64}$/);
const changesSchema = z.strictObject({
  password: passwordSchema.optional(),
  traffic_limit: z.number().min(0).nullable().optional(),
  lifetime: z.boolean().optional(),
  status: z.enum(['active', 'disabled']).optional(),
  auto_disable: z.boolean().optional(),
});
const newSchema = changesSchema
  .omit({ status: true })
  .extend({ username: z.string().regex(/^[A-Za-z0-9_]+$/), password: passwordSchema });

export function listSubUsers(account: SimulatedAccount): SimulatorAnswer {
  const rows: unknown[] = [];
  for (const subUser of account.people.values()) {
    if (!account.listsMainUser && subUser.username === account.credentials.username) continue;
    const status = account.status(subUser);
    if (status === 'disabled' && !account.listsDisabled) continue;
    rows.push({
      id: subUser.id,
      username: subUser.username,
      status,
      created_at: createdText(subUser.createdAt),
      traffic: account.trafficGb(subUser),
      traffic_limit: subUser.limitGb,
      auto_disable: subUser.disablesAtLimit,
      lifetime: subUser.lifetime,
    });
  }
  return json(200, rows);
}

/** Formatted once each: a list of thousands is requested every few minutes. */
const createdTexts = new Map<number, string>();
function createdText(at: number): string {
  const text = createdTexts.get(at) ?? new Date(at).toISOString().slice(0, 16).replace('T', ' ');
  createdTexts.set(at, text);
  return text;
}

export function createSubUser(account: SimulatedAccount, body: string): SimulatorAnswer {
  const wanted = newSchema.safeParse(parse(body));
  if (!wanted.success)
    return refuse(400, `Invalid parameter: ${wanted.error.issues[0]?.path.join('.') ?? 'body'}`);
  const { username, password, traffic_limit = null, lifetime = false, auto_disable = false } = wanted.data;
  if ([...account.people.values()].some((other) => other.username === username)) {
    return refuse(400, 'Username is already taken');
  }
  if (account.people.size >= account.mostSubUsers) return refuse(400, 'Maximum number of sub-users reached');
  const id = account.nextId();
  account.people.set(id, {
    id,
    username,
    status: 'active',
    createdAt: account.now(),
    limitGb: traffic_limit,
    disablesAtLimit: auto_disable,
    lifetime,
    earlierGb: 0,
    dailyGb: 0,
    fixedGb: null,
    password,
  });
  return json(201, { id });
}

export function updateSubUser(
  account: SimulatedAccount,
  subUser: SimulatedSubUser,
  body: string,
): SimulatorAnswer {
  const changes = changesSchema.safeParse(parse(body));
  if (!changes.success)
    return refuse(400, `Invalid parameter: ${changes.error.issues[0]?.path.join('.') ?? 'body'}`);
  const { password, traffic_limit, lifetime, status, auto_disable } = changes.data;
  account.people.set(subUser.id, {
    ...subUser,
    limitGb: traffic_limit === undefined ? subUser.limitGb : traffic_limit,
    lifetime: lifetime ?? subUser.lifetime,
    status: status ?? subUser.status,
    disablesAtLimit: auto_disable ?? subUser.disablesAtLimit,
    ...(password !== undefined && { password }),
  });
  return { status: 200, body: '' };
}

export function deleteSubUser(account: SimulatedAccount, subUser: SimulatedSubUser): SimulatorAnswer {
  account.people.delete(subUser.id);
  return { status: 204, body: '' };
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

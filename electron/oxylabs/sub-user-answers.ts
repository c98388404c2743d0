import { z } from 'zod';
import { gbSchema, nameSchema } from '../contract/bounds.ts';
import { type Limit, limitFromGb } from '../contract/limit.ts';
import { type SubUser, type SubUserList, subUserIdSchema } from '../contract/sub-user.ts';
import { gbOrUnknown, readMoment } from './figures.ts';

const rowSchema = z.object({
  id: subUserIdSchema,
  username: nameSchema.min(1),
  status: z.enum(['active', 'disabled', 'unknown']).catch('unknown').default('unknown'),
  created_at: z.string().nullable().catch(null).default(null),
  traffic: gbOrUnknown,
  /** Missing is unknown; null is unlimited. */
  traffic_limit: gbSchema.nullable().optional().catch(undefined),
  auto_disable: z.boolean().nullable().catch(null).default(null),
  lifetime: z.boolean().nullable().catch(null).default(null),
});

/** Reads the array of sub-users. A row without a usable id or name, or with an id seen before, is set aside and counted. */
export function readSubUsers(body: unknown): SubUserList | null {
  if (!Array.isArray(body)) return null;
  const byId = new Map<number, SubUser>();
  let setAside = 0;
  for (const item of body) {
    const row = rowSchema.safeParse(item);
    if (row.success && !byId.has(row.data.id)) byId.set(row.data.id, subUserOf(row.data));
    else setAside += 1;
  }
  return { subUsers: [...byId.values()], setAside };
}

function subUserOf(row: z.infer<typeof rowSchema>): SubUser {
  return {
    id: row.id,
    username: row.username,
    status: row.status,
    createdAt: readCreatedAt(row.created_at),
    trafficGb: row.traffic,
    limit: limitOf(row.traffic_limit),
    disablesAtLimit: row.auto_disable,
    lifetime: row.lifetime,
    listed: true,
  };
}

function limitOf(limitGb: number | null | undefined): Limit {
  return limitGb === undefined ? { kind: 'unknown' } : limitFromGb(limitGb);
}

/** Reads `2022-01-24 13:54`. It names no zone; the API's description says UTC. */
function readCreatedAt(text: string | null): number | null {
  if (text === null || !/^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}(:\d{2})?$/.test(text)) return null;
  return readMoment(text.slice(0, 16).replace('T', ' '));
}

import type { Limit } from '../contract/limit.ts';
import { limitWithin } from './limit.ts';
import { say } from './say.ts';

export function createCountText(count: number, locale: string): string {
  return count === 0 ? say('csvImport.create') : say('csvImport.createCount', { count }, locale);
}

type Plan = { limitGb: number | null; password: string | null; lifetime: boolean; disablesAtLimit: boolean };

/** Returns what a line of the file creates: `Created: 5 GB, disabled at its limit, password generated`. */
export function plannedText({ limitGb, password, lifetime, disablesAtLimit }: Plan, locale: string): string {
  return say('csvImport.planned', {
    limit: limitWithin(limitOf(limitGb), locale),
    lifetime: lifetime ? 'yes' : 'no',
    stops: disablesAtLimit ? 'yes' : 'no',
    password: password === null ? 'generated' : 'given',
  });
}

function limitOf(limitGb: number | null): Limit {
  if (limitGb === null) return { kind: 'unlimited' };
  return limitGb === 0 ? { kind: 'blocked' } : { kind: 'gb', limitGb };
}

/** The columns of a file, each with the headings by which it is known. */
export const importColumns = {
  username: ['username', 'name', 'sub-user'],
  password: ['password'],
  limit: ['limit', 'limit (gb)', 'limit_gb', 'traffic_limit', 'traffic limit', 'traffic limit (gb)'],
  lifetime: ['lifetime'],
  disablesAtLimit: [
    'auto_disable',
    'auto-disable',
    'disable at limit',
    'disable_at_limit',
    'disables at limit',
  ],
} as const;

import type { Limit } from '../contract/limit.ts';
import { say } from './say.ts';
import { formatLimitGb } from './traffic.ts';

/** Returns a limit in words; `unknown` is returned if the API reported none that makes sense. */
export function limitText(limit: Limit, locale: string, unknown: string): string {
  switch (limit.kind) {
    case 'gb':
      return formatLimitGb(limit.limitGb, locale);
    case 'unlimited':
    case 'blocked':
      return say(`limit.${limit.kind}`);
    case 'unknown':
      return unknown;
  }
}

/** Returns a limit as it stands within a sentence. */
export function limitWithin(limit: Limit, locale: string): string {
  return limit.kind === 'gb' ? formatLimitGb(limit.limitGb, locale) : say(`limit.within.${limit.kind}`);
}

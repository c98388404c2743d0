import type { Limit } from '../../electron/contract/limit.ts';
import { formatLimitGb } from '../../electron/contract/traffic-text.ts';

/** A limit in words. `unknown` is what stands where the API told none that makes sense. */
export function limitText(limit: Limit, locale: string, unknown: string): string {
  switch (limit.kind) {
    case 'gb':
      return formatLimitGb(limit.limitGb, locale);
    case 'unlimited':
      return 'Unlimited';
    case 'blocked':
      return 'Blocked';
    case 'unknown':
      return unknown;
  }
}

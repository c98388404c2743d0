import type { ApiFailure } from '../contract/failure.ts';

/**
 * Whether a write that failed so may have arrived and been carried out. A refusal is clear, and so is what never left
 * this computer.
 */
export function isUnclear(failure: ApiFailure): boolean {
  switch (failure.kind) {
    case 'timed-out':
    case 'server-fault':
    case 'not-understood':
      return true;
    case 'unreachable':
      // A redirect may come after the deed as well.
      return ['connection-lost', 'proxy', 'redirected'].includes(failure.reason);
    default:
      return false;
  }
}

import type { ConnectionCause } from '../contract/connection-test.ts';
import type { PlanUse } from '../contract/plan-use.ts';
import type { SubUser } from '../contract/sub-user.ts';

/**
 * Holds what is known without a request: the sub-user in the newest list, and what is used of the plan. `unknown`: the list
 * was not read, or may lack it, as it may lack the main user.
 */
export type Known = { subUser: SubUser | 'missing' | 'unknown'; plan: PlanUse | null };

/**
 * Returns why a login would be refused, without any traffic. An unknown figure is no cause, and a limit that stops nothing is
 * none either.
 */
export function knownCauses(login: string, { subUser, plan }: Known): ConnectionCause[] {
  const causes: ConnectionCause[] = [];
  if (!login.startsWith('customer-')) causes.push('prefix');
  if (subUser === 'missing') causes.push('unknown-name');
  else if (subUser !== 'unknown') causes.push(...causesOf(subUser));
  if (plan !== null && plan.usedGb !== null && plan.usedGb >= plan.budgetGb) causes.push('plan-used-up');
  return causes;
}

function causesOf({ status, listed, limit, trafficGb, disablesAtLimit }: SubUser): ConnectionCause[] {
  const causes: ConnectionCause[] = [];
  if (limit.kind === 'blocked') causes.push('blocked');
  if (limit.kind === 'gb' && trafficGb !== null && trafficGb >= limit.limitGb && disablesAtLimit !== false) {
    causes.push('over-limit');
  }
  if (status === 'disabled' || !listed) causes.push('disabled');
  return causes;
}

import type { Work } from '../../../electron/usage/work.ts';

/** Does all the work at once. */
export function atOnce<Value>(work: Work<Value>): Value {
  let step = work.next();
  while (step.done !== true) step = work.next();
  return step.value;
}

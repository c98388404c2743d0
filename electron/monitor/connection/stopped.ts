import type { TryProblem, TryStep } from '../../contract/connection-test.ts';
import type { ApiFailure } from '../../contract/failure.ts';
import { deadline, withinSignal } from '../../oxylabs/deadline.ts';
import { networkFailure } from '../../oxylabs/network-errors.ts';

/** What a proxy or the target answered instead. */
export type Refusal = { status: number; words: string | null };

/** Ends a try at a step, with what is wrong. It holds no text of an error, which could hold the password. */
export class Stopped extends Error {
  readonly problem: TryProblem;
  readonly refusal: Refusal | null;

  constructor(problem: TryProblem, refusal: Refusal | null = null) {
    super(problem);
    this.problem = problem;
    this.refusal = refusal;
  }
}

/** Says what the errors of the network mean at each step. */
const meanings: Record<TryStep, { certificate: TryProblem; tls: TryProblem }> = {
  connect: { certificate: 'closed', tls: 'closed' },
  'entry-tls': { certificate: 'entry-certificate', tls: 'entry-no-tls' },
  tunnel: { certificate: 'not-a-proxy', tls: 'not-a-proxy' },
  'target-tls': { certificate: 'target-certificate', tls: 'no-tunnel' },
  answer: { certificate: 'target-certificate', tls: 'closed' },
};

/** Runs a step within its limit. Whatever it throws becomes what is wrong. */
export async function within<Result>(
  at: TryStep,
  limitMs: number,
  run: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const { signal, end } = deadline(limitMs);
  try {
    return await withinSignal(run(signal), signal);
  } catch (error) {
    if (error instanceof Stopped) throw error;
    throw new Stopped(signal.aborted ? 'silent' : problemOf(networkFailure(error), at));
  } finally {
    end();
  }
}

function problemOf(failure: ApiFailure, at: TryStep): TryProblem {
  if (failure.kind === 'timed-out') return 'silent';
  if (failure.kind !== 'unreachable') return 'closed';
  switch (failure.reason) {
    case 'name-not-found':
    case 'refused':
    case 'no-route':
      return failure.reason;
    case 'offline':
      return 'no-route';
    case 'certificate':
    case 'tls':
      return meanings[at][failure.reason];
    default:
      return 'closed';
  }
}

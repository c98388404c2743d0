import pMap from 'p-map';
import type { ApiFailure } from '../../contract/failure.ts';
import type { JobView } from '../../contract/job.ts';
import type { Clock } from '../clock.ts';
import { isSignedOut } from '../sub-users/write-end.ts';
import type { Job, JobEnd, JobItem } from './job.ts';
import { Pause } from './pause.ts';

/** The number of requests at a time. */
const concurrency = 4;
/** How often an item is sent again after "too many requests" before it counts as failed. */
const mostRefusals = 8;
/** How often the list is read again, with growing pauses, before the job is interrupted. */
const mostUnreadable = 3;
const publishEveryMs = 200;

type JobRunnerParts = { clock: Clock; publish: (view: JobView) => void };
type JobRun = {
  job: Job;
  startedAt: number;
  finished: number;
  failed: number;
  publishedAt: number;
  checking: boolean;
  stopped: AbortController;
};
/** `interrupted`: the list cannot be read, so no row can be checked, and the user continues later. */
type Stop = 'cancelled' | 'signed-out' | 'interrupted';
export type EndState = Stop | 'ended';

/** Runs one job at a time, four requests at once, pauses when the API asks for it, and publishes its progress. */
export class JobRunner {
  readonly #parts: JobRunnerParts;
  readonly #pause: Pause;
  #run: JobRun | null = null;
  #stop: Stop | null = null;

  constructor(parts: JobRunnerParts) {
    this.#parts = parts;
    this.#pause = new Pause(parts.clock);
  }

  get running(): boolean {
    return this.#run !== null;
  }

  /**
   * Runs all items, and returns once everything is settled. A cancelled job waits for its open requests; `onEnd` is called
   * before its results are published.
   */
  async run(job: Job, onEnd: (state: EndState) => void = () => {}): Promise<void> {
    const { now } = this.#parts.clock;
    const run: JobRun = {
      job,
      startedAt: now(),
      finished: 0,
      failed: 0,
      publishedAt: 0,
      checking: false,
      stopped: new AbortController(),
    };
    this.#run = run;
    this.#stop = null;
    this.#publish(run);
    const ends = await pMap(
      job.items,
      async (item) => {
        const end = await this.#end(item);
        run.finished += 1;
        if (end.kind === 'unclear' || end.outcome === 'failed') run.failed += 1;
        if (now() - run.publishedAt >= publishEveryMs) this.#publish(run);
        return end;
      },
      { concurrency },
    );
    run.checking = ends.some(({ kind }) => kind === 'unclear');
    if (run.checking) this.#publish(run);
    const results = await job.settle(ends, run.stopped.signal);
    this.#run = null;
    const state = this.#stop ?? 'ended';
    onEnd(state);
    const failed = results.filter(({ outcome }) => outcome === 'failed' || outcome === 'unknown').length;
    this.#parts.publish({
      ...this.#view(run),
      state,
      remainingMs: null,
      checking: false,
      waitsUntil: null,
      failed,
      results,
    });
  }

  /** Sends no further requests. */
  cancel(why: Stop = 'cancelled'): void {
    if (this.#run === null || this.#stop !== null) return;
    this.#stop = why;
    this.#run.stopped.abort();
    this.#pause.end();
    this.#publish(this.#run);
  }

  async #end(item: JobItem): Promise<JobEnd> {
    /** Why the last try has no clear answer; null before the first. */
    let tried: ApiFailure | null = null;
    for (let refusals = 0; ; refusals += 1) {
      await this.#pause.over();
      if (this.#stop !== null) return stoppedEnd(tried, this.#stop);
      const step = await item.next();
      if (step.kind === 'ended') return step.end;
      // A cancel may have come while the list was read.
      if (this.#stop !== null) return stoppedEnd(tried, this.#stop);
      if (step.kind === 'unreadable') {
        this.#waitForList(step.failure, refusals);
        continue;
      }
      const end = await step.send();
      if (end.kind === 'done') return { kind: 'clear', outcome: 'done', reason: null };
      const { kind, failure } = end;
      if (kind === 'unclear') tried = failure;
      if (failure.kind === 'rate-limited' && refusals < mostRefusals) {
        this.#pause.until(failure.retryAt, refusals);
        if (this.#run !== null) this.#publish(this.#run);
        continue;
      }
      if (isSignedOut(failure)) {
        this.cancel('signed-out');
        return stoppedEnd(tried, 'signed-out');
      }
      if (tried !== null) return { kind: 'unclear', cause: tried };
      return { kind: 'clear', outcome: 'failed', reason: { kind: 'failure', failure } };
    }
  }

  #waitForList(failure: ApiFailure, tries: number): void {
    if (isSignedOut(failure)) this.cancel('signed-out');
    else if (tries >= mostUnreadable) this.cancel('interrupted');
    else this.#pause.until(failure.kind === 'rate-limited' ? failure.retryAt : null, tries);
    if (this.#run !== null) this.#publish(this.#run);
  }

  #publish(run: JobRun): void {
    run.publishedAt = this.#parts.clock.now();
    this.#parts.publish(this.#view(run));
  }

  #view({ job, startedAt, finished, failed, checking }: JobRun): JobView {
    const { task, items } = job;
    const elapsedMs = this.#parts.clock.now() - startedAt;
    const remainingMs = finished === 0 ? null : (elapsedMs / finished) * (items.length - finished);
    return {
      task,
      total: items.length,
      finished,
      failed,
      state: this.#stop === null ? 'running' : 'cancelling',
      remainingMs,
      checking,
      waitsUntil: this.#pause.endsAt,
      results: [],
      unsavedPasswords: 0,
    };
  }
}

/** Returns how an item ends that is not tried again: what was sent before without a clear answer may have been carried out. */
function stoppedEnd(tried: ApiFailure | null, why: Stop): JobEnd {
  return tried === null
    ? { kind: 'clear', outcome: 'not-sent', reason: { kind: why } }
    : { kind: 'unclear', cause: tried };
}

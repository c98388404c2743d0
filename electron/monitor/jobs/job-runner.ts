import pMap from 'p-map';
import { describeFailure } from '../../contract/failure-text.ts';
import type { JobView } from '../../contract/job.ts';
import type { Clock } from '../poller.ts';
import { isUnclear } from '../unclear.ts';
import type { Job, JobEnd, JobItem } from './job.ts';
import { Pause } from './pause.ts';

/** The API is asked for so many things at a time. */
const concurrency = 4;
/** So often one item is sent again after "too many requests" before it counts as failed. */
const mostRefusals = 8;
const publishEveryMs = 200;

type JobRunnerParts = { clock: Clock; publish: (view: JobView) => void };
type Course = { job: Job; startedAt: number; finished: number; failed: number; publishedAt: number };
type Stop = 'cancelled' | 'signed-out';

const stopTexts: Record<Stop, string> = {
  cancelled: 'Cancelled before it was sent.',
  'signed-out': 'Signed out.',
};

/** Runs one job at a time: four requests at once, waiting when the API asks to, and told how far it is. */
export class JobRunner {
  readonly #parts: JobRunnerParts;
  readonly #pause: Pause;
  #course: Course | null = null;
  #stop: Stop | null = null;

  constructor(parts: JobRunnerParts) {
    this.#parts = parts;
    this.#pause = new Pause(parts.clock);
  }

  get running(): boolean {
    return this.#course !== null;
  }

  /** Runs all items and answers once everything is settled. What is under way at a cancel is waited for. */
  async run(job: Job): Promise<void> {
    const { now } = this.#parts.clock;
    const course: Course = { job, startedAt: now(), finished: 0, failed: 0, publishedAt: 0 };
    this.#course = course;
    this.#stop = null;
    this.#publish(course);
    const ends = await pMap(
      job.items,
      async (item) => {
        const end = await this.#end(item);
        course.finished += 1;
        if (end.kind === 'unclear' || end.outcome === 'failed') course.failed += 1;
        if (now() - course.publishedAt >= publishEveryMs) this.#publish(course);
        return end;
      },
      { concurrency },
    );
    const results = await job.settle(ends);
    this.#course = null;
    const failed = results.filter(({ outcome }) => outcome === 'failed' || outcome === 'unknown').length;
    this.#parts.publish({
      ...this.#view(course),
      state: this.#stop ?? 'ended',
      remainingMs: null,
      waitsUntil: null,
      failed,
      results,
    });
  }

  /** Nothing more is sent. */
  cancel(why: Stop = 'cancelled'): void {
    if (this.#course === null || this.#stop !== null) return;
    this.#stop = why;
    this.#pause.end();
    this.#publish(this.#course);
  }

  async #end({ step }: JobItem): Promise<JobEnd> {
    if ('skip' in step) return { kind: 'clear', outcome: 'skipped', detail: step.skip };
    for (let refusals = 0; ; refusals += 1) {
      await this.#pause.over();
      if (this.#stop !== null) return { kind: 'clear', outcome: 'not-sent', detail: stopTexts[this.#stop] };
      const outcome = await step.send();
      if (outcome.ok) return { kind: 'clear', outcome: 'done', detail: '' };
      const { failure } = outcome;
      if (failure.kind === 'rate-limited' && refusals < mostRefusals) {
        this.#pause.until(failure.retryAt, refusals);
        if (this.#course !== null) this.#publish(this.#course);
        continue;
      }
      if (failure.kind === 'signed-out' || failure.kind === 'bad-credentials') {
        this.cancel('signed-out');
        return { kind: 'clear', outcome: 'not-sent', detail: stopTexts['signed-out'] };
      }
      if (isUnclear(failure)) return { kind: 'unclear', cause: failure };
      return { kind: 'clear', outcome: 'failed', detail: describeFailure(failure) };
    }
  }

  #publish(course: Course): void {
    course.publishedAt = this.#parts.clock.now();
    this.#parts.publish(this.#view(course));
  }

  #view({ job, startedAt, finished, failed }: Course): JobView {
    const { kind, title, items } = job;
    const elapsedMs = this.#parts.clock.now() - startedAt;
    const remainingMs = finished === 0 ? null : (elapsedMs / finished) * (items.length - finished);
    return {
      kind,
      title,
      total: items.length,
      finished,
      failed,
      state: this.#stop === null ? 'running' : 'cancelling',
      remainingMs,
      waitsUntil: this.#pause.endsAt,
      results: [],
      unsavedPasswords: 0,
    };
  }
}

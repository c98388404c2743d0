import type { SentRequest, ShownAnswer, TryView } from '../contract/activity.ts';
import type { ApiFailure } from '../contract/failure.ts';
import type { Tried } from './attempt.ts';
import { shownAnswer, withoutSecrets } from './redact.ts';

/** Follows one request. */
export type Trace = {
  /** Called after each try. `answer` is null where no body was read, or none may be kept. */
  tried(view: TryView, answer: ShownAnswer | null): void;
  /** Called once, with why the request failed; null for a success. */
  ended(failure: ApiFailure | null): void;
};

/** Takes note of each request, without its secrets. */
export type Recorder = {
  /** The most characters of an answer that it takes. */
  readonly answerChars: number;
  begin(request: SentRequest): Trace;
};

/** What a client records with. An exception of a recorder goes to `report`, since recording must never break a request. */
export type Recording = { recorder: Recorder; report: (what: string, error: unknown) => void };

/** Holds what is known of a request that must not be recorded. */
export type Unrecorded = {
  secrets: readonly string[];
  /** The answer to a successful login is the token itself. */
  answerIsSecret: boolean;
};

/** Returns what the client calls while a request goes on; it removes the secrets, and never throws. */
export function openTrace(
  recorders: readonly Recorder[],
  describe: () => SentRequest,
  { secrets, answerIsSecret }: Unrecorded,
  report: Recording['report'],
): { tried(tried: Tried): void; ended(failure: ApiFailure | null): void } {
  function safely<Value>(run: () => Value): Value | null {
    try {
      return run();
    } catch (error) {
      report('recorder of requests', error);
      return null;
    }
  }
  const request = safely(describe);
  const traces = recorders.flatMap((recorder) => {
    const trace = request === null ? null : safely(() => recorder.begin(request));
    return trace === null ? [] : [{ trace, answerChars: recorder.answerChars }];
  });
  return {
    tried({ body, ...view }) {
      const kept = body === null || (answerIsSecret && view.failure === null) ? null : body;
      const shown = { ...view, failure: withoutSecretsIn(view.failure, secrets) };
      for (const { trace, answerChars } of traces)
        safely(() => trace.tried(shown, kept === null ? null : shownAnswer(kept, answerChars, secrets)));
    },
    ended(failure) {
      const shown = withoutSecretsIn(failure, secrets);
      for (const { trace } of traces) safely(() => trace.ended(shown));
    },
  };
}

/** Removes secrets from the vendor's own words. */
function withoutSecretsIn(failure: ApiFailure | null, secrets: readonly string[]): ApiFailure | null {
  if (failure?.kind !== 'rejected' || failure.message === null) return failure;
  return { ...failure, message: withoutSecrets(failure.message, secrets).slice(0, failure.message.length) };
}

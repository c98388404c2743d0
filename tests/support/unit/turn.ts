import type { PublisherParts } from '../../../electron/monitor/publisher.ts';

/** Returns a turn of the event loop that the test ends. */
export function turnByHand(): { parts: PublisherParts; reports: unknown[]; end(): void } {
  let due: (() => void)[] = [];
  const reports: unknown[] = [];
  return {
    parts: {
      afterTurn: (run) => due.push(run),
      report: (_what, error) => reports.push(error),
    },
    reports,
    end() {
      const now = due;
      due = [];
      for (const run of now) run();
    },
  };
}

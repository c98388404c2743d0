import type { ElectronApplication } from '@playwright/test';

type Work = Parameters<ElectronApplication['evaluate']>[0];
type Given = { source: string; argument: unknown; id: number };

/**
 * Makes `evaluate` of an app return its answer even if that was lost. V8's debugger holds main's answers so weakly that they
 * can be collected before they are sent, so each is kept in main, and fetched by its number.
 */
export function keepAnswers(electron: ElectronApplication): ElectronApplication {
  const evaluate = electron.evaluate.bind(electron);
  let last = 0;
  return Object.assign(electron, {
    async evaluate(work: Work, argument?: unknown): Promise<unknown> {
      last += 1;
      const id = last;
      try {
        return await evaluate(workAndKeep, { source: String(work), argument, id });
      } catch (error) {
        if (!isLost(error)) throw error;
      }
      return keptAnswer(id);
    },
  });

  async function keptAnswer(id: number): Promise<unknown> {
    for (;;) {
      try {
        return await evaluate(
          (_electron, which) => (globalThis as { kept?: Map<number, unknown> }).kept?.get(which),
          id,
        );
      } catch (error) {
        if (!isLost(error)) throw error;
      }
    }
  }
}

/**
 * Runs in main: does the work once, and keeps its answer until some more were given. The debugger interrupts main anywhere,
 * also while a window is half destroyed, so the work waits for the next turn of the loop, as an event of the app's would.
 */
function workAndKeep(electron: unknown, { source, argument, id }: Given): Promise<unknown> {
  const main = globalThis as { kept?: Map<number, unknown> };
  main.kept ??= new Map();
  const answer = new Promise((turn) => setImmediate(turn)).then(() => {
    // biome-ignore lint/security/noGlobalEval: the test's own function, which Playwright would send as text too.
    return globalThis.eval(`(${source})`)(electron, argument);
  });
  main.kept.set(id, answer);
  main.kept.delete(id - 10);
  return answer;
}

function isLost(error: unknown): boolean {
  return error instanceof Error && error.message.includes('Resulting promise was garbage collected');
}

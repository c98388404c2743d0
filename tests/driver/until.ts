/** How long a user would wait before calling it broken. */
const patienceMs = 15_000;
const stepMs = 25;

/** Waits until `look` returns a value, and returns it. `what` is for the failure's message. */
export async function until<Value>(
  what: string,
  look: () => Promise<Value | null | undefined | false> | Value | null | undefined | false,
  limitMs = patienceMs,
): Promise<Value> {
  const end = Date.now() + limitMs;
  for (;;) {
    const seen = await Promise.resolve(look()).catch(answerLost);
    if (seen !== null && seen !== undefined && seen !== false) return seen;
    if (Date.now() > end) throw new Error(`Waited ${limitMs} ms in vain: ${what}.`);
    await new Promise((next) => setTimeout(next, stepMs));
  }
}

/**
 * Ignores a lost answer: V8's debugger holds main's answers so weakly that they can be collected, so the next look asks
 * again.
 */
function answerLost(error: unknown): null {
  if (error instanceof Error && error.message.includes('Resulting promise was garbage collected'))
    return null;
  throw error;
}

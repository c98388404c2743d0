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
    const seen = await look();
    if (seen !== null && seen !== undefined && seen !== false) return seen;
    if (Date.now() > end) throw new Error(`Waited ${limitMs} ms in vain: ${what}.`);
    await new Promise((next) => setTimeout(next, stepMs));
  }
}

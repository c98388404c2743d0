/** How long anything in the bench may take before it counts as broken. */
const longestMs = 30_000;

/** Waits for `work`, or fails after `limitMs` with what it waited for. */
export async function within<Value>(what: string, work: Promise<Value>, limitMs = longestMs): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_done, fail) => {
    timer = setTimeout(() => fail(new Error(`Waited ${limitMs} ms in vain: ${what}.`)), limitMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

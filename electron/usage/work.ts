/** Work on many sub-users in parts: it stops after each thousand, so that others have their turn. */
export type Work<Value> = Generator<undefined, Value>;

/** A thousand take 10 ms; of 50,000 at once, a click would wait for a third of a second. */
const subUsersAPart = 1_000;

/** Returns the items one by one, and stops after each thousand. */
export function* inParts<Item>(items: readonly Item[], doEach: (item: Item) => void): Work<void> {
  for (const [index, item] of items.entries()) {
    if (index > 0 && index % subUsersAPart === 0) yield;
    doEach(item);
  }
}

/** Does the work in turns of the event loop, a part each. */
export async function inTurns<Value>(
  work: Work<Value>,
  afterTurn: (run: () => void) => void,
): Promise<Value> {
  let step = work.next();
  while (step.done !== true) {
    await new Promise<void>((done) => afterTurn(done));
    step = work.next();
  }
  return step.value;
}

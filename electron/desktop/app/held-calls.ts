/** Calls that may come before there is a part to take them. */
export type HeldCalls<Arguments extends unknown[]> = {
  call(...values: Arguments): void;
  /** Hands over the calls so far, in order, and every later one at once. */
  connect(take: (...values: Arguments) => void): void;
};

/** Holds each call until `connect`, so that none is lost while the app loads. */
export function holdCalls<Arguments extends unknown[]>(): HeldCalls<Arguments> {
  const held: Arguments[] = [];
  let target: ((...values: Arguments) => void) | null = null;
  return {
    call(...values) {
      if (target === null) held.push(values);
      else target(...values);
    },
    connect(take) {
      target = take;
      for (const values of held.splice(0)) take(...values);
    },
  };
}

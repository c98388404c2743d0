/** Returns a function that calls `make` at its first call, and returns that result at each. */
export function once<Result>(make: () => Result): () => Result {
  let made: { result: Result } | null = null;
  return () => {
    made ??= { result: make() };
    return made.result;
  };
}

/** Where every limit runs out, one takes 10 ms: the days on which it is reached are searched for. */
const mostForecasts = 100;

/**
 * Lets a refresh forecast the limits of some hundred sub-users and the others wait for the next ones, since forecasts of
 * 12,000 take seconds.
 */
export class ForecastTurns {
  readonly #now = new Set<number>();
  /** In this refresh and the ones before it, until all had a turn. */
  readonly #had = new Set<number>();
  #someWait = false;

  /** Begins a refresh: the first of the next round once none waits. */
  begin(): void {
    if (!this.#someWait) this.#had.clear();
    this.#now.clear();
    this.#someWait = false;
  }

  /** Returns whether a sub-user is forecast in this refresh; else it waits. */
  take(id: number): boolean {
    if (this.#now.has(id)) return true;
    if (this.#had.has(id)) return false;
    if (this.#now.size === mostForecasts) {
      this.#someWait = true;
      return false;
    }
    this.#now.add(id);
    this.#had.add(id);
    return true;
  }
}

/** Where every limit runs out, a hundred take 40 ms. */
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
  #dates = 0;

  /** Begins a refresh: the first of the next round once none waits. */
  begin(): void {
    if (!this.#someWait) this.#had.clear();
    this.#now.clear();
    this.#someWait = false;
    this.#dates = 0;
  }

  /** Returns whether an alert of this refresh gets the date of a forecast: the first hundred do. */
  takeDate(): boolean {
    this.#dates += 1;
    return this.#dates <= mostForecasts;
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

import { inspect } from 'node:util';

const shown = '[secret]';

/** A password or a token that cannot be printed, logged, serialised or cloned by accident: only `reveal` gives it. */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** The text itself: for a request's header and for the vault, and never kept in another place. */
  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return shown;
  }

  toJSON(): string {
    return shown;
  }

  [inspect.custom](): string {
    return shown;
  }
}

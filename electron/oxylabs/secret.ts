import { inspect } from 'node:util';

const shown = '[secret]';

/**
 * Holds a password or a token that cannot be printed, logged, serialised or cloned by accident. Only `reveal` returns it.
 */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** Returns the text, for a request's header and the vault only. */
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

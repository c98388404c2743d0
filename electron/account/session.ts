import type { AccountId, Keyring, Remembered, SessionView, SignedOutReason } from '../contract/account.ts';
import { type CommandFailure, failed, type Outcome, succeeded } from '../contract/failure.ts';
import type { Authorization, OxylabsClient } from '../oxylabs/client.ts';
import type { Secret } from '../oxylabs/secret.ts';
import { type MainUsername, readMainUsername } from './username.ts';
import type { Vault } from './vault.ts';

/** The token lasts an hour (the API's description); it is renewed a few minutes early. */
const renewAfterMs = 55 * 60_000;

type SignedIn = { username: string; password: Secret; accountId: AccountId; remembered: Remembered };
type Token = { secret: Secret; obtainedAt: number };

export type SessionParts = {
  client: Pick<OxylabsClient, 'login'>;
  vault: Vault;
  now: () => number;
  /** Whether the person opted in to be remembered without a keyring. */
  keepWithoutKeyring: () => boolean;
  /** The view or the keyring's state changed. */
  onChange: () => void;
};

/** Who is signed in. The one place that holds the password and the token, and the only one that logs in. */
export class Session {
  readonly #parts: SessionParts;
  #state: SignedIn | null = null;
  /** Null until the first login of this run, and after a 401. */
  #token: Token | null = null;
  /** Counts sign-ins and sign-outs, so that an answer that belongs to an earlier one is dropped. */
  #generation = 0;
  #view: SessionView = { kind: 'restoring' };
  #renewal: Promise<Outcome<Authorization>> | null = null;

  constructor(parts: SessionParts) {
    this.#parts = parts;
  }

  view(): SessionView {
    return this.#view;
  }

  keyring(): Keyring {
    return this.#parts.vault.keyring();
  }

  /** Takes up the sign-in of the last run. No request is made: the first call logs in. */
  async restore(): Promise<void> {
    const recalled = await this.#parts.vault.recall();
    // A sign-in may have overtaken a keyring that took its time.
    if (this.#state !== null) return;
    switch (recalled.kind) {
      case 'found': {
        const { username, accountId, password, remembered } = recalled;
        return this.#enter({ username, password, accountId, remembered }, null);
      }
      case 'empty':
        return this.#leave(recalled.username === null ? 'never-signed-in' : 'signed-out', recalled.username);
      case 'unreadable':
        return this.#leave('secret-unreadable', recalled.username);
      case 'silent':
        return this.#leave('keyring-silent', recalled.username);
    }
  }

  /** Signs in as the account's main user. Nothing is kept unless the API accepted it. */
  async signIn(typedUsername: string, password: Secret): Promise<Outcome<MainUsername, CommandFailure>> {
    const read = readMainUsername(typedUsername);
    if (!read.ok) return read;
    const { username } = read.value;
    const login = await this.#parts.client.login(username, password);
    if (!login.ok) return login;
    const { accountId, token } = login.value;
    const remembered = await this.#remember(username, accountId, password);
    this.#enter({ username, password, accountId, remembered }, token);
    return succeeded(read.value);
  }

  /** Ends the session and erases the secret and the name. */
  signOut(): void {
    this.#parts.vault.forget('nothing');
    this.#leave('signed-out', null);
  }

  /** After the person changed their mind about being remembered without a keyring. */
  async applyKeepWithoutKeyring(): Promise<void> {
    const state = this.#state;
    if (state === null || state.remembered === 'keyring') return;
    const generation = this.#generation;
    const remembered = await this.#remember(state.username, state.accountId, state.password);
    if (this.#generation === generation) this.#show({ ...state, remembered });
  }

  /**
   * Runs one call of the API with a valid token. A 401 renews the token once, however many calls meet it at a time;
   * a second 401 right after a fresh login ends the session. Every other failure is the caller's to act on.
   */
  async call<Value>(ask: (authorization: Authorization) => Promise<Outcome<Value>>): Promise<Outcome<Value>> {
    const first = await this.#authorization();
    if (!first.ok) return first;
    const outcome = await ask(first.value);
    if (outcome.ok || outcome.failure.kind !== 'signed-out') return outcome;

    this.#discard(first.value.token);
    const second = await this.#authorization();
    if (!second.ok) return second;
    const again = await ask(second.value);
    const refused = !again.ok && again.failure.kind === 'signed-out';
    if (refused && this.#state !== null && this.#token?.secret === second.value.token) {
      this.#leave('refused', this.#state.username);
    }
    return again;
  }

  async #authorization(): Promise<Outcome<Authorization>> {
    const state = this.#state;
    if (state === null) return failed({ kind: 'signed-out' });
    if (this.#token !== null && this.#isFresh(this.#token.obtainedAt)) {
      return succeeded({ accountId: state.accountId, token: this.#token.secret });
    }
    this.#renewal ??= this.#renew(state).finally(() => {
      this.#renewal = null;
    });
    return this.#renewal;
  }

  async #renew(state: SignedIn): Promise<Outcome<Authorization>> {
    const generation = this.#generation;
    const login = await this.#parts.client.login(state.username, state.password);
    if (this.#generation !== generation) return failed({ kind: 'signed-out' });
    if (login.ok) {
      const { accountId, token } = login.value;
      this.#token = { secret: token, obtainedAt: this.#parts.now() };
      if (this.#state !== null && accountId !== this.#state.accountId)
        this.#show({ ...this.#state, accountId });
      return succeeded(login.value);
    }
    if (login.failure.kind !== 'bad-credentials') return login;
    // The password was changed elsewhere. Trying it at every start could lock the account.
    this.#parts.vault.forget('username');
    this.#leave('refused', state.username);
    return failed({ kind: 'signed-out' });
  }

  /** A clock that was set back must not keep a token for ever. */
  #isFresh(obtainedAt: number): boolean {
    const ageMs = this.#parts.now() - obtainedAt;
    return ageMs >= 0 && ageMs < renewAfterMs;
  }

  /** Only the token that was refused: a call that was slow must not discard its successor. */
  #discard(token: Secret): void {
    if (this.#token?.secret === token) this.#token = null;
  }

  #remember(username: string, accountId: AccountId, password: Secret): Promise<Remembered> {
    return this.#parts.vault.remember(username, accountId, password, this.#parts.keepWithoutKeyring());
  }

  #enter(state: SignedIn, token: Secret | null): void {
    this.#generation += 1;
    this.#token = token === null ? null : { secret: token, obtainedAt: this.#parts.now() };
    this.#show(state);
  }

  #show(state: SignedIn): void {
    this.#state = state;
    const { username, accountId, remembered } = state;
    this.#view = { kind: 'signed-in', username, accountId, remembered };
    this.#parts.onChange();
  }

  #leave(reason: SignedOutReason, username: string | null): void {
    this.#generation += 1;
    this.#state = null;
    this.#token = null;
    this.#view = { kind: 'signed-out', reason, username };
    this.#parts.onChange();
  }
}

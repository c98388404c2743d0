import type { AccountId, Keyring, Remembered, SessionView, SignedOutReason } from '../contract/account.ts';
import { type CommandFailure, failed, type Outcome, succeeded } from '../contract/failure.ts';
import type { Authorization, OxylabsClient } from '../oxylabs/client.ts';
import type { Secret } from '../oxylabs/secret.ts';
import { type MainUsername, readMainUsername } from './username.ts';
import type { Vault } from './vault.ts';

/** The API's description says so. The token is renewed a few minutes early. */
const tokenLastsMs = 60 * 60_000;
const renewAfterMs = 55 * 60_000;
/** Two refusals count as two only this far apart: one fault often answers several requests. */
const secondRefusalMs = 60_000;

type SignedIn = { username: string; password: Secret; accountId: AccountId; remembered: Remembered };
type Token = { secret: Secret; obtainedAt: number };

export type SessionParts = {
  client: Pick<OxylabsClient, 'login'>;
  vault: Vault;
  now: () => number;
  /** Whether the user opted in to stay signed in without a keyring. */
  keepWithoutKeyring: () => boolean;
  /** Returns whether another account of the profile is this one. */
  isAdded?: (accountId: AccountId) => boolean;
  /** Called with the view and the state of the keyring when either changed. */
  onChange: (view: SessionView, keyring: Keyring) => void;
};

/** Holds the signed-in user, with the password and the token. Only this class logs in. */
export class Session {
  readonly #parts: SessionParts;
  #state: SignedIn | null = null;
  /** Null until the first login of this run, and after a 401. */
  #token: Token | null = null;
  /** Counts sign-ins and sign-outs, so that an answer of an earlier session is dropped. */
  #generation = 0;
  #view: SessionView = { kind: 'restoring' };
  #renewal: Promise<Outcome<Authorization>> | null = null;
  /** When the API refused the password for the first time since it last accepted it. */
  #refusedAt: number | null = null;
  /** The sign-in that the API refused twice, for another try: in memory, since not every password is stored. */
  #refused: SignedIn | null = null;

  constructor(parts: SessionParts) {
    this.#parts = parts;
    parts.vault.whenAnswered(() => void this.#resumeWithKeyring());
  }

  view(): SessionView {
    return this.#view;
  }

  keyring(): Keyring {
    return this.#parts.vault.keyring();
  }

  /** Restores the sign-in of the last run. Sends nothing: the first call logs in. */
  async restore(): Promise<void> {
    const recalled = await this.#parts.vault.recall();
    // The user may have signed in while the keyring was slow.
    if (this.#state !== null) return;
    switch (recalled.kind) {
      case 'found': {
        const { username, accountId, password, remembered } = recalled;
        return this.#enter({ username, password, accountId, remembered }, null);
      }
      case 'empty':
        return this.#leave(recalled.username === null ? 'never-signed-in' : 'signed-out', recalled.username);
      case 'refused':
        return this.#leave('refused', recalled.username);
      case 'unreadable':
        return this.#leave('secret-unreadable', recalled.username);
      case 'silent':
        return this.#leave('keyring-silent', recalled.username);
    }
  }

  /** Signs in as the main user. Stores nothing unless the API accepted it. */
  async signIn(typedUsername: string, password: Secret): Promise<Outcome<MainUsername, CommandFailure>> {
    const read = readMainUsername(typedUsername);
    if (!read.ok) return read;
    const { username } = read.value;
    const login = await this.#parts.client.login(username, password);
    if (!login.ok) return login;
    const { accountId, token } = login.value;
    if (this.#parts.isAdded?.(accountId) === true) return failed({ kind: 'already-added' });
    const generation = this.#generation;
    const remembered = await this.#remember(username, accountId, password);
    // The user signed out while the keyring was slow.
    if (this.#generation !== generation) return failed({ kind: 'cancelled' });
    this.#enter({ username, password, accountId, remembered }, token);
    return succeeded(read.value);
  }

  /** Signs in with the password that the API refused before, because the user asks for it. */
  async retryRefused(): Promise<Outcome<null, CommandFailure>> {
    const recalled = this.#refused ?? (await this.#parts.vault.recallRefused());
    if (!('password' in recalled)) return failed({ kind: 'bad-credentials' });
    const signedIn = await this.signIn(recalled.username, recalled.password);
    return signedIn.ok ? succeeded(null) : signedIn;
  }

  /** Ends the session and erases the secret and the name. */
  signOut(): void {
    this.#parts.vault.forget();
    this.#leave('signed-out', null);
  }

  /** Restores the sign-in, or keeps that of this run, now that the keyring's own prompt was answered. */
  async #resumeWithKeyring(): Promise<void> {
    if (this.#state !== null) return this.applyKeepWithoutKeyring();
    const isWaiting = this.#view.kind === 'signed-out' && this.#view.reason === 'keyring-silent';
    if (isWaiting) await this.restore();
  }

  /** Call after the user changed the choice to stay signed in without a keyring. */
  async applyKeepWithoutKeyring(): Promise<void> {
    const state = this.#state;
    if (state === null || state.remembered === 'keyring') return;
    const generation = this.#generation;
    const remembered = await this.#remember(state.username, state.accountId, state.password);
    if (this.#generation === generation) this.#show({ ...state, remembered });
  }

  /**
   * Runs one call with a valid token. A 401 renews the token once, however many calls meet it; a second 401
   * after a fresh login ends the session, and every other failure is returned.
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
      this.#end(this.#state);
    }
    return again;
  }

  /** Logs in again with the saved password, because the user asks for a token. `login` is the client's, observed. */
  async renewToken(
    login: OxylabsClient['login'],
  ): Promise<Outcome<{ accountId: AccountId; expiresAt: number }>> {
    const state = this.#state;
    if (state === null) return failed({ kind: 'signed-out' });
    if (this.#wasJustRefused()) return failed({ kind: 'renewal-refused' });
    this.#renewal ??= this.#renew(state, login).finally(() => {
      this.#renewal = null;
    });
    const renewed = await this.#renewal;
    if (!renewed.ok) return renewed;
    const obtainedAt = this.#token?.obtainedAt ?? this.#parts.now();
    return succeeded({ accountId: renewed.value.accountId, expiresAt: obtainedAt + tokenLastsMs });
  }

  async #authorization(): Promise<Outcome<Authorization>> {
    const state = this.#state;
    if (state === null) return failed({ kind: 'signed-out' });
    if (this.#token !== null && this.#isFresh(this.#token.obtainedAt)) {
      return succeeded({ accountId: state.accountId, token: this.#token.secret });
    }
    if (this.#wasJustRefused()) return failed({ kind: 'renewal-refused' });
    this.#renewal ??= this.#renew(state).finally(() => {
      this.#renewal = null;
    });
    return this.#renewal;
  }

  async #renew(state: SignedIn, ask = this.#parts.client.login): Promise<Outcome<Authorization>> {
    const generation = this.#generation;
    const login = await ask(state.username, state.password);
    if (this.#generation !== generation) return failed({ kind: 'signed-out' });
    if (login.ok) {
      this.#refusedAt = null;
      const { accountId, token } = login.value;
      this.#token = { secret: token, obtainedAt: this.#parts.now() };
      if (this.#state !== null && accountId !== this.#state.accountId)
        this.#show({ ...this.#state, accountId });
      return succeeded(login.value);
    }
    if (login.failure.kind !== 'bad-credentials') return login;
    if (this.#refusedAt === null) {
      this.#refusedAt = this.#parts.now();
      return failed({ kind: 'renewal-refused' });
    }
    this.#end(state);
    return failed({ kind: 'signed-out' });
  }

  /** Ends a session that the API refused twice. The secret stays, and is not sent again unless the user asks for it. */
  #end(state: SignedIn): void {
    this.#parts.vault.markRefused();
    this.#leave('refused', state.username);
    this.#refused = state;
  }

  #wasJustRefused(): boolean {
    if (this.#refusedAt === null) return false;
    const ageMs = this.#parts.now() - this.#refusedAt;
    return ageMs >= 0 && ageMs < secondRefusalMs;
  }

  /** A clock that was set back must not keep a token valid for ever. */
  #isFresh(obtainedAt: number): boolean {
    const ageMs = this.#parts.now() - obtainedAt;
    return ageMs >= 0 && ageMs < renewAfterMs;
  }

  /** Discards the refused token only: a slow call must not discard its successor. */
  #discard(token: Secret): void {
    if (this.#token?.secret === token) this.#token = null;
  }

  #remember(username: string, accountId: AccountId, password: Secret): Promise<Remembered> {
    return this.#parts.vault.remember(username, accountId, password, this.#parts.keepWithoutKeyring());
  }

  #enter(state: SignedIn, token: Secret | null): void {
    this.#generation += 1;
    this.#refusedAt = null;
    this.#refused = null;
    this.#token = token === null ? null : { secret: token, obtainedAt: this.#parts.now() };
    this.#show(state);
  }

  #show(state: SignedIn): void {
    this.#state = state;
    const { username, accountId, remembered } = state;
    this.#view = { kind: 'signed-in', username, accountId, remembered };
    this.#changed();
  }

  #leave(reason: SignedOutReason, username: string | null): void {
    this.#generation += 1;
    this.#state = null;
    this.#token = null;
    this.#refusedAt = null;
    this.#refused = null;
    this.#view = { kind: 'signed-out', reason, username };
    this.#changed();
  }

  #changed(): void {
    this.#parts.onChange(this.#view, this.keyring());
  }
}

import type { ShowNotification } from '../../contract/notification.ts';
import { standstillText, watchingAgainText } from '../../text/standstill.ts';
import { quietUntil } from '../../usage/alerts/quiet.ts';
import {
  countMinute,
  type MinuteSeen,
  noStandstill,
  type Standstill,
  standstillOf,
} from '../../usage/standstill.ts';
import type { Clock } from '../clock.ts';
import { type AppState, type AppStore, accountState, currentAccountId } from '../state.ts';

export type StandstillParts = {
  store: AppStore;
  clock: Clock;
  notify: ShowNotification;
  showManager: () => void;
};

const minuteMs = 60_000;

/** Notifies once when Oxygauge cannot watch the traffic, and once when it can again. */
export class StandstillMonitor {
  readonly #parts: StandstillParts;
  #count = noStandstill;
  /** What was notified last; null after the notification that all is well. */
  #notified: Standstill['kind'] | null = null;
  #notifying = false;
  #cancelMinute: () => void;

  constructor(parts: StandstillParts) {
    this.#parts = parts;
    this.#cancelMinute = parts.clock.after(minuteMs, () => this.#minute());
    parts.store.subscribe((state, previous) => {
      if (state.session !== previous.session) this.#look();
    });
  }

  stop(): void {
    this.#cancelMinute();
  }

  #minute(): void {
    const { store, clock } = this.#parts;
    this.#cancelMinute = clock.after(minuteMs, () => this.#minute());
    this.#count = countMinute(this.#count, seenIn(store.getState()));
    this.#look();
  }

  #look(): void {
    const { store, clock } = this.#parts;
    const state = store.getState();
    if (this.#notifying || quietUntil(state.settings.alerts, clock.now()) !== null) return;
    const standstill = standstillOf(this.#count, seenIn(state));
    if (standstill !== null) void this.#notify(standstill.kind, standstillText(standstill));
    else if (isWell(state)) void this.#notify(null, watchingAgainText());
  }

  /** Tries again with the next minute where the system refused, as before a notification daemon has started. */
  async #notify(kind: Standstill['kind'] | null, text: { title: string; body: string }): Promise<void> {
    if (kind === this.#notified) return;
    const { store, notify, showManager } = this.#parts;
    this.#notifying = true;
    const content = { ...text, silent: !store.getState().settings.alerts.sound, buttons: [] };
    const outcome = await notify(content, showManager);
    this.#notifying = false;
    if (outcome !== 'failed') this.#notified = kind;
  }
}

function seenIn(state: AppState): MinuteSeen {
  const { month, problem } = accountState(state, currentAccountId(state));
  const figureReadAt = month === null || month.value.trafficGb === null ? null : month.readAt;
  return { session: state.session, online: state.online, problem, figureReadAt };
}

/** Returns whether the last refresh brought a figure. */
function isWell(state: AppState): boolean {
  const { problem, figureReadAt } = seenIn(state);
  const { stale } = accountState(state, currentAccountId(state));
  return problem === null && figureReadAt !== null && !stale;
}

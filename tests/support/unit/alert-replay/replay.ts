import type { Alert } from '../../../../electron/contract/alert.ts';
import { accountState } from '../../../../electron/monitor/state.ts';
import { accountId } from '../../../../renderer/gallery/snapshot.ts';
import { type AlertRun, memoryDisk, startAlerts } from '../alert-run.ts';
import { FakeClock } from '../fake-clock.ts';
import { Answers, gb } from './answers.ts';
import { Chance } from './chance.ts';
import { clockError, type Faults, faultsOf, refreshTimes, type Weather, weatherOf } from './faults.ts';
import { killableDisk } from './killed-disk.ts';
import { AlertLaw, type Truth, type Verdict } from './law.ts';
import { Vendor } from './vendor.ts';

const hourMs = 3_600_000;
const limitThresholds = [80, 95, 100];
const budgetThresholds = [50, 80, 95, 100];

/** Replays one turn of the month with the real alerts and the law beside them, and returns what the law says. */
export async function replayMonth(seed: number): Promise<Verdict> {
  const chance = new Chance(seed);
  const weather = weatherOf(chance);
  const zone = process.env.TZ;
  process.env.TZ = weather.timeZone;
  try {
    return await new Replay(chance, weather).run();
  } finally {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  }
}

class Replay {
  readonly #chance: Chance;
  readonly #weather: Weather;
  readonly #law: AlertLaw;
  readonly #turnAt: number;
  readonly #times: number[];
  readonly #vendor: Vendor;
  readonly #answers: Answers;
  readonly #budgetMb: number;
  readonly #clock: FakeClock;
  readonly #files = killableDisk(memoryDisk());
  #app: AlertRun;
  #at: number;
  #clockErrorMs = 0;
  /** The true period of each subject's last figure, by its name. */
  readonly #periods = new Map<string, number>();
  /** What the log had after the last refresh, by id. */
  #known = new Map<string, string>();

  constructor(chance: Chance, weather: Weather) {
    this.#chance = chance;
    this.#weather = weather;
    this.#turnAt = Date.parse(
      chance.one(['2026-04-01T00:00:00Z', '2026-11-01T00:00:00Z', '2027-03-01T00:00:00Z'] as const),
    );
    this.#times = refreshTimes(chance, this.#turnAt);
    this.#at = (this.#times[0] ?? this.#turnAt) - hourMs;
    this.#vendor = new Vendor(chance, 17 * 24);
    this.#budgetMb = Math.max(1, Math.round(this.#vendor.now.accountMb * chance.between(0.9, 3)));
    this.#answers = new Answers({
      chance,
      weather,
      vendor: this.#vendor,
      turnAt: this.#turnAt,
      budgetMb: this.#budgetMb,
    });
    this.#law = new AlertLaw((subject) => (subject === 'account' ? budgetThresholds : limitThresholds));
    this.#clock = new FakeClock(this.#at);
    this.#app = this.#start();
  }

  async run(): Promise<Verdict> {
    for (const at of this.#times) {
      await this.#pass(at);
      const near = at > this.#turnAt - hourMs && at < this.#turnAt + 7 * hourMs;
      await this.#refresh(faultsOf(this.#chance, near));
    }
    return this.#law.verdict();
  }

  async #pass(to: number): Promise<void> {
    const turns = this.#at < this.#turnAt && to >= this.#turnAt;
    if (turns) {
      this.#vendor.pass(this.#turnAt - this.#at);
      this.#vendor.turn();
      this.#vendor.pass(to - this.#turnAt);
    } else this.#vendor.pass(to - this.#at);
    this.#vendor.happen();
    await this.#clock.pass(to - this.#at);
    this.#at = to;
    // Without a date in any answer there is only this clock to go by.
    if (this.#weather.undated || !this.#chance.happens(0.02)) return;
    const errorMs = clockError(this.#chance);
    this.#clock.set(errorMs - this.#clockErrorMs);
    this.#clockErrorMs = errorMs;
  }

  async #refresh(faults: Faults): Promise<void> {
    if (faults.restarts) this.#app = this.#start();
    if (faults.missed === 'both') return;
    this.#files.killAfter(faults.killedAfter);
    const month = faults.missed === 'month' ? null : this.#answers.month(this.#at, faults);
    const list = faults.missed === 'list' ? null : this.#answers.list(this.#at, faults);
    await this.#app.refresh({ ...month?.read, ...list?.read });
    const killed = this.#files.dead();
    this.#files.killAfter(null);
    if (killed) this.#app = this.#start();
    const given = this.#given();
    for (const { late, ...truth } of [...(month?.truths ?? []), ...(list?.truths ?? [])]) {
      // Killed before anything was written, the app has never read it; of a period that is over it may still say something.
      const optional = killed || late;
      if (optional && !concerns(given, truth)) continue;
      this.#periods.set(truth.subject, truth.period);
      this.#law.read(truth);
    }
    for (const alert of given) this.#judge(alert);
  }

  /** Returns the alerts that are new in the log. One that replaces an unfinished one is not. */
  #given(): Alert[] {
    const log = accountState(this.#app.store.getState(), accountId).alerts.alerts;
    const now = new Map(log.map((alert) => [alert.id, keyOf(alert)]));
    const gone = [...this.#known].filter(([id]) => !now.has(id)).map(([, key]) => key);
    const fresh = log.filter(({ id }) => !this.#known.has(id)).reverse();
    this.#known = now;
    const added = fresh.filter((alert) => !gone.includes(keyOf(alert)));
    for (const key of gone) {
      if (!fresh.some((alert) => keyOf(alert) === key)) this.#law.invented(`${key}, which is lost again`);
    }
    return added;
  }

  #judge(alert: Alert): void {
    const { facts } = alert;
    const name = subjectOf(alert);
    const at = `${((this.#at - this.#turnAt) / hourMs).toFixed(2)} h`;
    if (facts.rule !== 'limit' && facts.rule !== 'budget') {
      this.#law.invented(`${name} ${facts.rule} at ${at}`);
      return;
    }
    this.#law.alert({ subject: name, period: this.#periods.get(name) ?? 0, threshold: facts.threshold }, at);
  }

  #start(): AlertRun {
    this.#app?.monitor.stop();
    const quiet = { fromMinute: 22 * 60, toMinute: 7 * 60 };
    return startAlerts({
      clock: this.#clock,
      disk: this.#files.disk,
      alerts: {
        runOut: false,
        unusualDay: false,
        limitThresholds,
        budgetThresholds,
        quietHours: this.#weather.quiet ? quiet : null,
      },
      plan: { sizeGb: gb(this.#budgetMb) },
    });
  }
}

function concerns(given: readonly Alert[], { subject }: Truth): boolean {
  return given.some((alert) => subjectOf(alert) === subject);
}

function subjectOf({ subject }: Alert): string {
  return subject.kind === 'account' ? 'account' : `${subject.username}/${subject.id}`;
}

function keyOf(alert: Alert): string {
  const { facts } = alert;
  return `${subjectOf(alert)} ${facts.rule} ${'threshold' in facts ? facts.threshold : ''}`;
}

import type { GuardRule } from '../../../../electron/contract/guard.ts';
import type { Guarded } from '../../../../electron/contract/guard-journal.ts';
import type { FakeClock } from '../fake-clock.ts';
import type { GuardCounts, violations } from './counts.ts';
import {
  type Deed,
  type GuardService,
  type Part,
  type Person,
  type Settings,
  settingsOf,
} from './service.ts';

const dayMs = 86_400_000;
/** Another computer's clock may differ by this much. */
const edgeMs = 15 * 60_000;
/** The most that asking for the figures of a round takes. */
const askMs = 60_000;
/** A write without a clear answer may be carried out this late. */
const lateMs = 2 * 60_000;

/** `seen`: the computers that knew what the edit replaced. To the others no list shows that there was one. */
type Edit = {
  locks: boolean;
  part: Part;
  at: number;
  before: Settings;
  undone: boolean;
  seen: Set<string>;
  /** The computers to which a list showed it while a rule wanted the contrary. */
  against: Set<string>;
  shownTo: Set<string>;
  /** Oxylabs stopped it since, so that no list shows what was enabled. */
  hidden: boolean;
  /** The computers that have looked at it, with a clear period. */
  lookedBy: Set<string>;
  /** The computers that took it for the own limit when they began to hold the sub-user. */
  ownOf: Set<string>;
  /** The sub-user was not listed, and is not since. */
  unlisted: boolean;
  /** What was shown before. */
  shown: Settings;
};
type Grant = { gb: number; trueGb: number; open: boolean };
type File = {
  /** As its user wants it. */
  will: Settings;
  /** The last change by others of each part, and whether it replaced what Guard had made. */
  edits: Partial<Record<Part, Edit>>;
  grant: Grant | null;
  days: Set<string>;
  lastDeed: (Deed & { at: number }) | null;
  /** The computers to which a list or an answer has shown what is so since the last write or edit. */
  known: Map<string, number>;
  /** The figure that a list showed to each computer last, in this run and period. */
  shownGb: Map<string, number>;
  /** When the last list that each computer got was made. */
  listedAt: Map<string, number>;
  /** When each computer sent a status last: what others do soon afterwards looks like its doing. */
  sentAt: Map<string, number>;
  /** It reached its own limit, which is not Guard's. */
  ownStop: boolean;
  /** The computers that disabled it by a brake or a rule about unusual days, of which the others do not know. */
  pulledBy: Set<string>;
  /** What the user took back, so that rules about it pause. */
  undone: Set<Part>;
  /** Another client set a limit as another computer's Guard would have: it may be either. */
  looksGiven: boolean;
  /** A computer that did not list it when the rule was set took another one's cap for the own limit. */
  heldCapped: boolean;
  /** What an edit wanted that was written over at the same moment: it may have been seen, and is then put back. */
  raced: Settings | null;
  packs: PackUse | null;
  /** The true figure at the last tick. */
  tickGb: number;
};

/** What has flowed since packs became the limit, and how often it was stopped since: each time metering is late. */
type PackUse = { usedGb: number; stops: number };

type JudgeParts = {
  service: GuardService;
  clock: FakeClock;
  counts: GuardCounts;
  seed: number;
  computers: readonly string[];
  /** Is called with what happens, for who looks into a month. */
  note: (id: number | null, text: string) => void;
};

/** Knows what a user wants of each sub-user, and compares each write and each tick of traffic with it. */
export class Judge {
  readonly #files = new Map<number, File>();
  readonly #rules = new Map<string, GuardRule>();

  readonly service: GuardService;
  readonly clock: FakeClock;
  readonly counts: GuardCounts;
  readonly seed: number;
  readonly #computers: readonly string[];
  readonly #note: JudgeParts['note'];

  constructor({ service, clock, counts, seed, computers, note }: JudgeParts) {
    this.#computers = computers;
    this.#note = note;
    this.service = service;
    this.clock = clock;
    this.counts = counts;
    this.seed = seed;
    for (const person of service.people.values()) {
      this.#files.set(person.id, {
        will: settingsOf(person),
        edits: {},
        grant: null,
        days: new Set(),
        lastDeed: null,
        known: new Map(),
        sentAt: new Map(),
        listedAt: new Map(),
        shownGb: new Map(),
        ownStop: false,
        pulledBy: new Set(),
        undone: new Set(),
        looksGiven: false,
        heldCapped: false,
        raced: null,
        packs: null,
        tickGb: 0,
      });
    }
    service.onDeed = (deed) => this.#judgeDeed(deed);
    service.onTick = (person) => this.#judgeTick(person);
    service.onStop = (person) => {
      counts.stops += 1;
      note(person.id, `stopped at its limit: ${JSON.stringify(person)}`);
      const file = this.#file(person.id);
      if (file.packs !== null) file.packs.stops += 1;
      if (file.edits.status !== undefined) file.edits.status.hidden = true;
      file.ownStop = person.limitGb === file.will.limitGb && person.flag === file.will.flag;
    };
    service.onReset = ({ id }) => {
      const file = this.#file(id);
      // The limit is that of the old period until Guard sees the new one.
      if (file.grant !== null) file.grant.open = true;
      file.packs = null;
      file.shownGb.clear();
      file.tickGb = 0;
    };
  }

  /** A list was answered, or a write of one sub-user. What was changed since the answer is not in it. */
  noteKnown(by: string, id: number | null, { now, answeredAt }: { now: number; answeredAt: number }): void {
    for (const [each, file] of this.#files) {
      const isLater = Object.values(file.edits).some(({ at }) => at >= answeredAt);
      if (isLater || (id !== null && id !== each)) continue;
      if (id === null) {
        this.#noteListed(file, each);
        file.listedAt.set(by, answeredAt);
      }
      // A list may have been answered before a write that had no clear answer was carried out.
      const sentAt = file.sentAt.get(by) ?? Number.NEGATIVE_INFINITY;
      if ((id !== null || this.clock.now() - sentAt > lateMs) && !file.known.has(by))
        file.known.set(by, this.clock.now());
      this.#noteShown(file.edits.status, each, { by, now });
    }
  }

  /** Returns the computers that know how it is. One that is not listed is disabled only once the API was asked for its figure. */
  #knownTo({ known }: File, { active }: Settings): string[] {
    const isUnlisted = !active && !this.service.listsDisabled;
    const until = this.clock.now() - (isUnlisted ? askMs : 0);
    return [...known].flatMap(([by, since]) => (since <= until ? [by] : []));
  }

  /** A list may first show the limit of a sub-user that was not listed when others set it. */
  #noteListed(file: File, id: number): void {
    const person = this.service.people.get(id);
    if (person === undefined || (!person.active && !this.service.listsDisabled)) return;
    if (file.edits.limit?.unlisted === true) {
      file.edits.limit.unlisted = false;
      this.#noteGiven(file, person);
    }
  }

  /** A computer has looked at a list whose period was clear. */
  noteLooked(by: string): void {
    for (const person of this.service.people.values()) {
      if (!person.active && !this.service.listsDisabled) continue;
      const file = this.#file(person.id);
      const edit = file.edits.limit;
      // One that was off sees the limit beside a later figure.
      if (edit !== undefined && !edit.lookedBy.has(by)) this.#noteGiven(file, person, [by]);
      edit?.lookedBy.add(by);
      file.shownGb.set(by, person.meteredGb);
    }
  }

  #noteGiven(file: File, person: Person, to = this.#computers): void {
    if (file.looksGiven || !to.some((by) => this.#looksGiven(person, by))) return;
    file.looksGiven = true;
    file.grant = null;
    file.packs = null;
    this.counts.lookedGiven += 1;
  }

  /** Only what a computer first sees while a rule wants the contrary, and not at an end of the hours, looks like an edit. */
  #noteShown(edit: Edit | undefined, id: number, { by, now }: { by: string; now: number }): void {
    if (edit === undefined || edit.hidden || edit.shownTo.has(by)) return;
    edit.shownTo.add(by);
    const isAgainst = [-edgeMs, 0, edgeMs].every((ms) => this.#isOff(id, now + ms, by));
    if (edit.locks && isAgainst) edit.against.add(by);
  }

  /** A request about the status of a sub-user begins. What others do until it is known to be done looks like its doing. */
  noteSent(by: string, id: number, { active, knownAt }: { active: boolean; knownAt: number }): void {
    const { known, sentAt, edits, will } = this.#file(id);
    known.delete(by);
    sentAt.set(by, this.clock.now());
    // Others have just done what it is about to do, and no list has shown it.
    if (edits.status !== undefined && edits.status.at >= knownAt && active === will.active)
      edits.status.seen.delete(by);
  }

  /** What an app knew of others and had not written down is lost. */
  noteKilled(by: string): void {
    for (const { known, lastDeed, shownGb } of this.#files.values()) {
      if (lastDeed?.by !== by) known.delete(by);
      shownGb.delete(by);
    }
  }

  noteRule(rule: GuardRule): void {
    this.#rules.set(rule.id, rule);
    for (const id of rule.subUserIds)
      this.#note(id, `rule set: ${JSON.stringify({ ...rule, subUserIds: [] })}`);
    for (const id of rule.subUserIds) {
      const file = this.#file(id);
      file.days.clear();
      if (![...this.#rules.values()].some((each) => each.id !== rule.id && each.subUserIds.includes(id)))
        file.undone.clear();
      // Who sets a rule wants it from then on, whatever was changed before.
      for (const edit of Object.values(file.edits))
        if (edit.part === 'limit' || file.will.active) edit.locks = false;
    }
  }

  /** A brake or a rule about unusual days is put back, or ends. */
  notePutBack({ subUserIds }: GuardRule): void {
    for (const id of subUserIds) {
      this.#file(id).pulledBy.clear();
      this.#note(id, 'put back');
    }
  }

  /** A computer begins to hold a sub-user, and takes its limit for the own one. */
  noteHeld(by: string, id: number, { limit, disablesAtLimit }: Guarded): void {
    const { will, edits } = this.#file(id);
    const limitGb = limit.kind === 'gb' ? limit.limitGb : limit.kind === 'blocked' ? 0 : null;
    if (limitGb !== will.limitGb || disablesAtLimit !== will.flag) this.#file(id).heldCapped = true;
    else edits.limit?.ownOf.add(by);
  }

  /** The user takes back what Guard did to parts of a sub-user. */
  noteUndo(id: number, parts: readonly Part[]): void {
    for (const part of parts) this.#file(id).undone.add(part);
    this.#note(id, `undone: ${parts.join()}`);
    this.counts.undone += 1;
  }

  noteRemoved(rule: GuardRule): void {
    this.#rules.delete(rule.id);
    if ('acts' in rule) this.notePutBack(rule);
    for (const id of rule.subUserIds) {
      const file = this.#file(id);
      this.#note(id, `rule removed: ${rule.kind}`);
      file.days.clear();
      file.grant = null;
      if (rule.kind === 'packs') file.packs = null;
    }
  }

  /** Another client changes a sub-user. What changes nothing is no change. */
  edit(person: Person, changes: Partial<Settings>): void {
    const file = this.#file(person.id);
    const part: Part = changes.active === undefined ? 'limit' : 'status';
    const shown = settingsOf(person);
    if (Object.entries(changes).every(([key, value]) => shown[key as keyof Settings] === value)) return;
    const differs =
      part === 'limit'
        ? shown.limitGb !== file.will.limitGb || shown.flag !== file.will.flag
        : shown.active !== file.will.active;
    const before = file.will;
    this.#note(person.id, `edited: ${JSON.stringify(changes)} metered ${person.meteredGb}`);
    this.service.change(person, changes);
    file.will = {
      ...file.will,
      ...(part === 'limit' ? { limitGb: person.limitGb, flag: person.flag } : changes),
    };
    // To enable what had stopped at a limit changes nothing that Guard had made.
    const locks =
      part === 'limit'
        ? differs
        : changes.active === false ||
          (differs && file.lastDeed?.changes.active === false && this.#isOff(person.id, this.clock.now()));
    file.edits[part] = {
      part,
      at: this.clock.now(),
      before,
      undone: false,
      locks,
      against: new Set(),
      shownTo: new Set(),
      hidden: false,
      ownOf: new Set(),
      lookedBy: new Set(),
      unlisted: !shown.active && !this.service.listsDisabled,
      shown,
      seen: new Set(this.#looksStopped(person, changes) ? [] : this.#knownTo(file, shown)),
    };
    file.known.clear();
    file.lastDeed = null;
    if (part === 'limit' && !person.active && this.#looksStopped(person, { active: false }))
      file.ownStop = true;
    if (part === 'limit') {
      this.#noteGiven(file, person);
      file.grant = null;
      file.packs = null;
    }
    file.days.clear();
    this.counts.edits += 1;
  }

  /** Returns whether a person disables what is about to be stopped at its limit, which looks the same once all is metered. */
  #looksStopped(person: Person, { active }: Partial<Settings>): boolean {
    const { flag, limitGb, trueGb, closed } = person;
    const { lastDeed, listedAt, edits } = this.#file(person.id);
    // It may have stopped just before its limit was raised, and no list shows a limit of one that is not listed.
    const isUnseen = lastDeed !== null && (listedAt.get(lastDeed.by) ?? 0) <= lastDeed.at;
    const raised = isUnseen ? lastDeed.before : null;
    const known = edits.limit?.unlisted === true ? edits.limit.shown : null;
    for (const each of [raised, known])
      if (active === false && each?.flag === true && each.limitGb !== null && trueGb >= each.limitGb - 0.01)
        return true;
    // After a reset, it may have stopped in the period before.
    const mostGb = Math.max(trueGb, ...closed.values());
    return active === false && flag && limitGb !== null && mostGb >= limitGb - 0.01;
  }

  /** Returns whether a limit is what a cap would be, counted from a figure since the last one. */
  #looksGiven({ id, limitGb, flag, trueGb, meteredGb }: Person, by: string): boolean {
    const cap = this.#capOf(id);
    if (cap === null || limitGb === null || !flag) return false;
    const baseGb = limitGb - cap.capGb;
    // A list of corrected figures does not count.
    const shown = (this.#file(id).shownGb.get(by) ?? 0) * 0.9;
    const leastGb = Math.max(shown, meteredGb * 0.9 - cap.capGb * 1.25);
    return baseGb <= Math.max(trueGb, meteredGb) + 0.02 && baseGb >= leastGb - 0.02;
  }

  #file(id: number): File {
    const file = this.#files.get(id);
    if (file === undefined) throw new Error(`No sub-user ${id}.`);
    return file;
  }

  #violation(what: (typeof violations)[number], id: number, more: unknown): void {
    this.counts[what] += 1;
    this.#note(id, `${what}`);
    const about = `seed ${this.seed} ${what} ${id}`;
    if (this.counts.notes.length < 40 && !this.counts.notes.some((note) => note.startsWith(about)))
      this.counts.notes.push(`${about} ${new Date(this.clock.now()).toISOString()} ${JSON.stringify(more)}`);
  }

  #judgeDeed(deed: Deed): void {
    const { id, changes, before, after } = deed;
    const file = this.#file(id);
    this.counts.writes += 1;
    this.#note(id, `carried out: ${JSON.stringify(deed)}`);
    if (id === 100) this.#violation('mainUser', id, deed);
    const { lastDeed } = file;
    const isSame = lastDeed !== null && JSON.stringify(lastDeed.changes) === JSON.stringify(changes);
    if (isSame && JSON.stringify(before) === JSON.stringify(after)) {
      // Another computer's request that was not carried out yet is in no list.
      if (lastDeed.by !== deed.by && lastDeed.at >= deed.knownAt) this.counts.crossed += 1;
      else this.#violation('sentTwice', id, deed);
    }
    file.lastDeed = { ...deed, at: this.clock.now() };
    file.known.clear();
    if (changes.active !== undefined) file.ownStop = false;
    if (
      changes.active === false &&
      (this.#has(id, 'brake') || this.#has(id, 'unusual-day')) &&
      !this.#isOff(id, deed.writerNow)
    )
      file.pulledBy.add(deed.by);
    if (changes.limitGb !== undefined || changes.flag !== undefined) this.#judgeLimit(file, deed);
    if (changes.active !== undefined) this.#judgeStatus(file, deed, changes.active);
  }

  #judgeLimit(file: File, deed: Deed): void {
    const { id, after } = deed;
    if (file.looksGiven) return;
    const edit = file.edits.limit;
    if (edit !== undefined && !edit.undone && edit.at >= deed.knownAt) this.#race(file, edit);
    else if (edit?.locks === true && !edit.undone && !edit.ownOf.has(deed.by))
      this.#violation('overwritten', id, deed);
    const { raced } = file;
    if (raced !== null && after.limitGb === raced.limitGb && after.flag === raced.flag) {
      file.will = { ...file.will, limitGb: raced.limitGb, flag: raced.flag };
      file.raced = null;
    }
    const { will } = file;
    const gbOf = (limit: number | null) => limit ?? Number.POSITIVE_INFINITY;
    if (gbOf(after.limitGb) > gbOf(will.limitGb)) this.#violation('exceeded', id, { deed, will });
    if (after.limitGb === will.limitGb && after.flag === will.flag) {
      file.grant = null;
      file.packs = null;
      // It would have stopped at this limit as well.
      if (!after.active && this.#isReached(id)) file.ownStop = true;
      return;
    }
    if (file.undone.has('limit')) this.#violation('afterUndo', id, deed);
    if (this.#has(id, 'packs')) file.packs ??= { usedGb: 0, stops: 0 };
    const cap = this.#capOf(id);
    if (cap === null) return;
    const person = this.service.people.get(id);
    file.grant = { gb: cap.capGb, trueGb: person?.trueGb ?? 0, open: false };
    const day = `${dayIn(cap.zone, deed.writerNow)} ${this.service.period()}`;
    if (file.days.has(day) && !this.#has(id, 'packs')) this.#violation('grantedTwice', id, { deed, day });
    file.days.add(day);
  }

  #isReached(id: number): boolean {
    const { flag, limitGb, meteredGb } = this.service.people.get(id) ?? {
      flag: false,
      limitGb: null,
      meteredGb: 0,
    };
    return flag && limitGb !== null && meteredGb >= limitGb - 0.01;
  }

  #judgeStatus(file: File, deed: Deed, active: boolean): void {
    this.#judgeEnabling(file, deed, active);
    // What was written over is in no list any longer.
    if (file.edits.status !== undefined && active !== file.will.active) file.edits.status.hidden = true;
  }

  #judgeEnabling(file: File, deed: Deed, active: boolean): void {
    const edit = file.edits.status;
    const { grant } = file;
    if (!active && file.undone.has('status')) this.#violation('afterUndo', deed.id, deed);
    // One that is not listed is enabled first, and gets its limit once the list shows it.
    if (active && deed.changes.limitGb === undefined && !this.service.listsDisabled && grant !== null)
      grant.open = true;
    if (active && !this.service.listsDisabled && file.packs !== null) file.packs.stops += 1;
    if (edit === undefined || edit.undone) {
      if (active && !file.will.active) this.#violation('exceeded', deed.id, deed);
      return;
    }
    if (edit.at >= deed.knownAt) this.#race(file, edit);
    else if (active === file.will.active) return;
    // What a computer took for its own doing, or never saw, no list can show it.
    else if (!edit.seen.has(deed.by)) {
      if (active) this.#race(file, edit);
    } else if (edit.locks && (active || edit.against.has(deed.by)))
      this.#violation('overwritten', deed.id, deed);
  }

  /** It was changed after the list was answered: nothing can know of it, and it is gone. */
  #race(file: File, edit: Edit): void {
    this.counts.raced += 1;
    edit.undone = true;
    if (edit.part === 'limit') file.raced = file.will;
    const { limitGb, flag, active } = edit.before;
    file.will = edit.part === 'limit' ? { ...file.will, limitGb, flag } : { ...file.will, active };
  }

  #judgeTick(person: Person): void {
    const file = this.#file(person.id);
    const slackGb = person.mostPerTickGb * (this.service.delayTicks + 2) + 0.05;
    this.#judgePacks(person, file, slackGb);
    const { grant } = file;
    if (grant !== null && !grant.open && person.trueGb - grant.trueGb > grant.gb + slackGb) {
      grant.open = true;
      this.#violation('beyondCap', person.id, {
        grant,
        person: { ...person, unmetered: 0, closed: 0 },
        slackGb,
      });
    }
  }

  /** Within a period, all packs that have begun are the most that flows, and what metering is late by at each stop. */
  #judgePacks(person: Person, file: File, slackGb: number): void {
    const gb = person.trueGb - file.tickGb;
    file.tickGb = person.trueGb;
    if (file.packs === null) return;
    file.packs.usedGb += gb;
    this.counts.packGb += gb;
    const { usedGb, stops } = file.packs;
    // A clock may be ahead by more than a day.
    const day = new Date(this.clock.now() + 2 * dayMs).toISOString().slice(0, 10);
    const begunGb = [...this.#rules.values()]
      .flatMap((rule) => (rule.kind === 'packs' && rule.subUserIds.includes(person.id) ? rule.packs : []))
      .filter(({ from }) => from <= day)
      .reduce((sum, pack) => sum + pack.gb, 0);
    if (usedGb <= begunGb + slackGb * (stops + 1)) return;
    this.#violation('beyondPacks', person.id, { packs: file.packs, begunGb, slackGb });
    file.packs = null;
  }

  /** Compares what is left with what each user wants, once no rule is left. */
  judgeEnd(): void {
    for (const person of this.service.people.values()) {
      const { will, ownStop, looksGiven, heldCapped, edits } = this.#file(person.id);
      const { limitGb, flag, active, meteredGb } = person;
      const more = { is: settingsOf(person), will, meteredGb, lifetime: person.lifetime };
      // What the list does not show is put back once it does.
      const isShown = active || this.service.listsDisabled;
      const isWrong = isShown && !looksGiven && (limitGb !== will.limitGb || flag !== will.flag);
      if (isWrong && heldCapped && this.#computers.length > 1) this.counts.leftByTwo += 1;
      else if (isWrong) this.#violation('wrongLimits', person.id, more);
      const isStopped = flag && limitGb !== null && meteredGb >= limitGb - 0.01;
      // Oxylabs stopped it before a list could show that others had enabled it.
      const isUnseen = edits.status?.hidden === true && edits.status.shownTo.size < this.#computers.length;
      const isLeft = will.active && !active && !isStopped && !ownStop && !isUnseen;
      if (isLeft && this.#computers.length > 1) this.counts.leftByTwo += 1;
      else if (isLeft) this.#violation('leftDisabled', person.id, more);
      if (!will.active && active) this.#violation('leftEnabled', person.id, more);
    }
  }

  /** Returns whether Guard means a sub-user to be disabled at this moment: in its hours off, or by another rule. */
  #isOff(id: number, at: number, by: string | null = null): boolean {
    const { pulledBy } = this.#file(id);
    const hours = [...this.#rules.values()].flatMap((rule) =>
      rule.kind === 'hours-off' && rule.subUserIds.includes(id) ? [rule] : [],
    );
    return (
      (by === null ? pulledBy.size > 0 : pulledBy.has(by)) ||
      hours.some(({ from, to, zone }) => {
        const time = new Intl.DateTimeFormat('en-GB', {
          timeZone: zone,
          hour: '2-digit',
          minute: '2-digit',
        }).format(at);
        return from < to ? from <= time && time < to : from <= time || time < to;
      })
    );
  }

  #capOf(id: number) {
    const caps = [...this.#rules.values()].flatMap((rule) =>
      rule.kind === 'daily-cap' && rule.subUserIds.includes(id) ? [rule] : [],
    );
    return caps.sort((one, other) => one.capGb - other.capGb)[0] ?? null;
  }

  #has(id: number, kind: GuardRule['kind']): boolean {
    return [...this.#rules.values()].some((rule) => rule.kind === kind && rule.subUserIds.includes(id));
  }
}

/** Returns the day of a moment in a zone, by another way than the code's. */
function dayIn(zone: string, at: number): string {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const of = Object.fromEntries(parts.formatToParts(at).map(({ type, value }) => [type, value]));
  return `${of.year}-${of.month}-${of.day}`;
}

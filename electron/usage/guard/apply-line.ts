import type { GuardRule } from '../../contract/guard.ts';
import {
  type Guarded,
  type GuardLine,
  type GuardLineOf,
  type GuardState,
  type Held,
  noGrant,
  type Pulled,
} from '../../contract/guard-journal.ts';
import { isSame, withPart } from './guarded.ts';

/** A question comes once a day, and a rule has at most this many packs. */
const mostNotified = 200;

/** How long a server may still carry out a write that no list has shown. */
export const lateMs = 60 * 60_000;

/** Holds what the lines of a journal make, in memory. */
export type GuardMemory = {
  rules: GuardRule[];
  held: Map<number, Held>;
  pulled: Map<string, Pulled>;
  putBack: Map<string, string>;
  notified: Map<string, readonly string[]>;
};

export function memoryOf({ rules, held, pulled, putBack, notified }: GuardState): GuardMemory {
  return {
    rules,
    held: new Map(Object.entries(held).map(([id, each]) => [Number(id), each])),
    pulled: new Map(Object.entries(pulled)),
    putBack: new Map(Object.entries(putBack)),
    notified: new Map(Object.entries(notified)),
  };
}

export function stateOfMemory({ rules, held, pulled, putBack, notified }: GuardMemory): GuardState {
  return {
    rules,
    held: Object.fromEntries(held),
    pulled: Object.fromEntries(pulled),
    putBack: Object.fromEntries(putBack),
    notified: Object.fromEntries([...notified].map(([rule, about]) => [rule, [...about]])),
  };
}

/** Applies a line in place: the same code follows a running Guard, and reads its journal. */
export function applyLine(memory: GuardMemory, line: GuardLine): void {
  switch (line.line) {
    case 'state':
      Object.assign(memory, memoryOf(line.state));
      return;
    case 'rule-set':
      memory.rules = [...memory.rules.filter(({ id }) => id !== line.rule.id), line.rule];
      keepPulled(memory, line.rule);
      return;
    case 'rule-removed':
      memory.rules = memory.rules.filter(({ id }) => id !== line.rule);
      memory.pulled.delete(line.rule);
      memory.putBack.delete(line.rule);
      memory.notified.delete(line.rule);
      return;
    case 'pulled':
      memory.pulled.set(line.rule, { at: memory.pulled.get(line.rule)?.at ?? line.at, ids: line.ids });
      return;
    case 'put-back':
      memory.pulled.delete(line.rule);
      memory.putBack.set(line.rule, line.during);
      return;
    case 'notified': {
      const before = memory.notified.get(line.rule) ?? [];
      memory.notified.set(line.rule, [...before, line.about].slice(-mostNotified));
      return;
    }
    case 'held':
      memory.held.set(line.id, beginHolding(line));
      return;
    case 'released':
      memory.held.delete(line.id);
      return;
    default: {
      const held = memory.held.get(line.id);
      if (held !== undefined) memory.held.set(line.id, heldAfter(held, line));
    }
  }
}

/** What a changed rule no longer names is no longer disabled by it. */
function keepPulled({ pulled }: GuardMemory, { id, kind, subUserIds }: GuardRule): void {
  const before = pulled.get(id);
  if (before === undefined) return;
  const named = new Set(kind === 'brake' || kind === 'unusual-day' ? subUserIds : []);
  const ids = before.ids.filter((each) => named.has(each));
  if (ids.length === 0) pulled.delete(id);
  else pulled.set(id, { ...before, ids });
}

type HeldLine = GuardLineOf<'planned' | 'sent' | 'ended' | 'accepted' | 'changed' | 'paused' | 'resumed'>;

/** Returns what is held of a sub-user after a line about it. */
export function heldAfter(held: Held, line: HeldLine): Held {
  switch (line.line) {
    case 'planned': {
      const { act, why, from, to, grant } = line;
      return { ...held, pending: { act, why, from, to, grant, sent: false } };
    }
    case 'sent':
      return held.pending?.act === line.act ? { ...held, pending: { ...held.pending, sent: true } } : held;
    case 'ended':
      return held.pending?.act === line.act ? ended(held, held.pending, line) : held;
    case 'accepted':
      return {
        ...held,
        left: line.to,
        grant: line.grant,
        acts: actsAfter(held, line.to, null),
        late: lateAfter(held, line),
      };
    case 'changed': {
      const { part, to, pauses } = line;
      const paused = pauses ? { ...held.paused, [part]: true } : held.paused;
      const own = withPart(part, held.own, to);
      return {
        ...held,
        own,
        left: withPart(part, held.left, to),
        paused,
        acts: { ...held.acts, [part]: null },
        late: lateAfter(held, line),
      };
    }
    case 'paused': {
      const { part } = line;
      return { ...held, paused: { ...held.paused, [part]: true }, acts: { ...held.acts, [part]: null } };
    }
    case 'resumed':
      return {
        ...held,
        own: line.now,
        left: line.now,
        paused: { limit: false, status: false },
        acts: noActs,
        late: null,
        was: null,
      };
  }
}

/** Returns the write that may still be carried out, after a list that showed something else, or showed it. */
function lateAfter({ late }: Held, { at }: { at: number }): Held['late'] {
  return late !== null && at - late.at > lateMs ? null : late;
}

const noActs: Held['acts'] = { limit: null, status: null };

/** Returns the writes that made each part, after another one made these values. */
function actsAfter({ acts, left }: Held, to: Guarded, act: string | null): Held['acts'] {
  return {
    limit: isSame('limit', left, to) ? acts.limit : act,
    status: isSame('status', left, to) ? acts.status : act,
  };
}

function ended(held: Held, pending: NonNullable<Held['pending']>, line: GuardLineOf<'ended'>): Held {
  const { from, to, grant } = pending;
  const after = { ...held, pending: null };
  if (line.outcome === 'done') {
    const late = isSame('limit', from, to) ? held.late : null;
    return {
      ...after,
      left: to,
      grant,
      acts: actsAfter({ ...held, left: from }, to, line.act),
      late,
      was: { from, at: line.at },
    };
  }
  // It left this computer, and the list does not show it: a late server may still carry it out.
  if (!pending.sent || line.outcome === 'not-sent') return after;
  return { ...after, late: { to, grant, at: line.at, ofLimit: !isSame('limit', from, to) } };
}

/** Returns what is held of a sub-user at first: it is as its user wants it. */
export function beginHolding({ username, own }: { username: string; own: Guarded }): Held {
  return {
    username,
    own,
    left: own,
    grant: noGrant,
    paused: { limit: false, status: false },
    acts: noActs,
    pending: null,
    late: null,
    was: null,
  };
}

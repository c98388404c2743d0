import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { GuardRule } from '../../../electron/contract/guard.ts';
import { type Guarded, type Held, noGuardState } from '../../../electron/contract/guard-journal.ts';
import { type Limit, limitFromGb } from '../../../electron/contract/limit.ts';
import type { SubUser } from '../../../electron/contract/sub-user.ts';
import {
  applyLine,
  beginHolding,
  type GuardMemory,
  heldAfter,
  memoryOf,
} from '../../../electron/usage/guard/apply-line.ts';
import { decide } from '../../../electron/usage/guard/decide.ts';
import type { Sight } from '../../../electron/usage/guard/look.ts';
import { balanceOn, leftAfter } from '../../../electron/usage/guard/packs.ts';
import { pulledFor } from '../../../electron/usage/guard/pulls.ts';
import { isSound, seenAfter } from '../../../electron/usage/guard/sound.ts';
import { isBetween, zoneTime } from '../../../electron/usage/guard/zone-day.ts';

const noon = Date.parse('2026-03-15T12:00:00Z');
const dayMs = 86_400_000;
const period = '2026-03-01';
const cap: GuardRule = { kind: 'daily-cap', id: 'cap', subUserIds: [7], capGb: 5, zone: 'UTC' };
const night: GuardRule = {
  kind: 'hours-off',
  id: 'night',
  subUserIds: [7],
  from: '22:00',
  to: '06:00',
  zone: 'UTC',
};

function rowOf(change: Partial<SubUser> = {}): SubUser {
  return {
    id: 7,
    username: 'crawler_7',
    status: 'active',
    createdAt: null,
    trafficGb: 20,
    limit: { kind: 'gb', limitGb: 100 },
    disablesAtLimit: false,
    lifetime: false,
    listed: true,
    ...change,
  };
}

function sightOf(row: SubUser, change: Partial<Sight> = {}): Sight {
  return {
    now: noon,
    row,
    isMainUser: false,
    rules: [cap],
    pulled: [],
    period,
    sound: true,
    highestIn: () => null,
    usedIn: () => undefined,
    settled: null,
    doubtedForMs: null,
    by: 'elsewhere',
    ...change,
  };
}

const own: Guarded = { limit: { kind: 'gb', limitGb: 100 }, disablesAtLimit: false, status: 'active' };

/** Returns what is held once a decision's act is done. */
function doneAfter(sight: Sight, known?: Held): Held {
  const { act, lines } = decide(sight, known);
  if (act === null) throw new Error('Nothing was due.');
  const at = sight.now;
  const held = lines.reduce<Held>(
    (each, line) =>
      line.line === 'held' || !('id' in line) || line.line === 'released' ? each : heldAfter(each, line),
    known ?? beginHolding({ username: 'crawler_7', own }),
  );
  const about = { at, id: 7, username: 'crawler_7', act: 'a' };
  const planned = heldAfter(held, { line: 'planned', ...about, by: 'guard', ...act });
  const sent = heldAfter(planned, { line: 'sent', ...about });
  return heldAfter(sent, { line: 'ended', ...about, outcome: 'done', failure: null });
}

const shownAs = ({ limit, disablesAtLimit, status }: Guarded, trafficGb: number) =>
  rowOf({ limit, disablesAtLimit, status, trafficGb });

describe('a daily cap', () => {
  test('allows what is used so far and the cap, and has Oxylabs stop it there', () => {
    expect(decide(sightOf(rowOf()), undefined).act).toMatchObject({
      to: { limit: { kind: 'gb', limitGb: 25 }, disablesAtLimit: true, status: 'active' },
      why: ['daily-cap'],
    });
  });

  test('brings back the next day, in one write, what it had stopped', () => {
    const held = doneAfter(sightOf(rowOf()));
    const stopped = shownAs({ ...held.left, status: 'disabled' }, 25.01);
    expect(decide(sightOf(stopped), held).act).toBeNull();
    expect(decide(sightOf(stopped, { now: noon + dayMs }), held).act).toMatchObject({
      to: { limit: { kind: 'gb', limitGb: 30.01 }, status: 'active' },
    });
  });

  test('gives a day once, also when the clock is set back', () => {
    const held = doneAfter(sightOf(rowOf()));
    for (const now of [noon + 3_600_000, noon - 3 * dayMs]) {
      expect(decide(sightOf(shownAs(held.left, 22), { now }), held).act).toBeNull();
    }
  });

  test('is never above the own limit, and waits for a sound figure', () => {
    const near = rowOf({ trafficGb: 98 });
    expect(decide(sightOf(near), undefined).act?.to.limit).toEqual({ kind: 'gb', limitGb: 100 });
    expect(decide(sightOf(rowOf(), { sound: false }), undefined).act).toBeNull();
  });

  test('puts the own limit back when the rule ends', () => {
    const held = doneAfter(sightOf(rowOf()));
    const stopped = shownAs({ ...held.left, status: 'disabled' }, 25.01);
    expect(decide(sightOf(stopped, { rules: [] }), held).act?.to).toEqual(own);
  });

  test('begins again with the period', () => {
    const held = doneAfter(sightOf(rowOf()));
    const row = shownAs(held.left, 0.5);
    expect(decide(sightOf(row, { period: '2026-04-01' }), held).act?.to.limit).toEqual({
      kind: 'gb',
      limitGb: 5.5,
    });
  });

  test('keeps a limit that others set, and pauses', () => {
    const held = doneAfter(sightOf(rowOf()));
    const { act, lines } = decide(sightOf(shownAs({ ...held.left, limit: limitFromGb(60) }, 22)), held);
    expect(act).toBeNull();
    expect(lines[0]).toMatchObject({ line: 'changed', part: 'limit', pauses: true });
  });

  test('leaves the day’s limit of another computer as it is', () => {
    const held = doneAfter(sightOf(rowOf()));
    const other = shownAs({ ...held.left, limit: limitFromGb(29.8) }, 25);
    const { act, lines } = decide(sightOf(other, { now: noon + dayMs }), held);
    expect(act).toBeNull();
    expect(lines).toMatchObject([
      { line: 'accepted', by: 'elsewhere', grant: { cap: { baseGb: expect.closeTo(24.8) } } },
    ]);
  });

  test('does not enable what a user disabled below the limit', () => {
    const held = doneAfter(sightOf(rowOf()));
    const disabled = shownAs({ ...held.left, status: 'disabled' }, 22);
    const first = decide(sightOf(disabled), held);
    expect(first).toMatchObject({ act: null, doubts: true });
    const doubted = { now: noon + dayMs, doubtedForMs: 3_600_000 };
    expect(decide(sightOf(disabled, doubted), held)).toMatchObject({ act: null, asks: period });
    const later = decide(sightOf(disabled, { ...doubted, usedIn: () => 22 }), held);
    expect(later.act?.to.status ?? 'disabled').toBe('disabled');
    expect(later.lines).toMatchObject([{ line: 'changed', part: 'status', pauses: false }]);
  });

  test('does not take a stop for a user’s doing where the list is wrong twice, and the API knows better', () => {
    const held = doneAfter(sightOf(rowOf()));
    const stopped = shownAs({ ...held.left, status: 'disabled' }, 22.5);
    const doubted = { now: noon + 3_600_000, doubtedForMs: 3_600_000 };
    const unanswered = decide(sightOf(stopped, { ...doubted, usedIn: () => null }), held);
    expect(unanswered).toMatchObject({ act: null, lines: [], doubts: true });
    const { lines } = decide(sightOf(stopped, { ...doubted, usedIn: () => 25.01 }), held);
    expect(lines).toMatchObject([{ line: 'accepted', by: 'oxylabs' }]);
  });
});

describe('a rule that paused and is resumed', () => {
  const resumed = (held: Held, row: SubUser): Held => {
    const now = { limit: row.limit, disablesAtLimit: true, status: 'active' } as const;
    const about = { at: noon + 120_000, id: 7, username: 'crawler_7' };
    return heldAfter(held, { line: 'resumed', ...about, now });
  };
  /** Has others set a limit, so that the rule pauses, and resumes it. */
  function afterPause(held: Held, rules: readonly GuardRule[], usedGb: number) {
    const row = shownAs({ ...held.left, limit: limitFromGb(60) }, usedGb);
    const { lines } = decide(sightOf(row, { rules, now: noon + 60_000 }), held);
    const paused = lines.reduce<Held>(
      (each, line) => (line.line === 'changed' || line.line === 'accepted' ? heldAfter(each, line) : each),
      held,
    );
    expect(paused.paused.limit).toBe(true);
    return decide(sightOf(row, { rules, now: noon + 120_000 }), resumed(paused, row));
  }

  test('has what is left of its packs, and not all of them again', () => {
    const pack = { id: 'p', gb: 10, from: '2026-03-01', expires: '2026-03-31', note: '', price: '' };
    const packs: GuardRule = { kind: 'packs', id: 'packs', subUserIds: [7], packs: [pack], zone: 'UTC' };
    const held = doneAfter(sightOf(rowOf(), { rules: [packs] }));
    expect(held.left.limit).toEqual(limitFromGb(30));
    expect(afterPause(held, [packs], 26).act?.to.limit).toEqual(limitFromGb(30));
  });

  test('has what is left of its day', () => {
    const held = doneAfter(sightOf(rowOf()));
    expect(afterPause(held, [cap], 23).act?.to.limit).toEqual(limitFromGb(25));
  });
});

describe('another computer with the same cap', () => {
  const tomorrow = { now: noon + dayMs };
  const shown = (held: Held, limitGb: number) => shownAs({ ...held.left, limit: limitFromGb(limitGb) }, 25);

  test('is not judged by a figure that is not sound', () => {
    const held = doneAfter(sightOf(rowOf()));
    const unsound = decide(sightOf(shown(held, 29.8), { ...tomorrow, sound: false }), held);
    expect(unsound).toMatchObject({ act: null, lines: [], isClear: false });
    const stopped = rowOf({ ...shown(held, 29.8), status: 'disabled' });
    expect(decide(sightOf(stopped, { ...tomorrow, sound: false }), held)).toMatchObject({ lines: [] });
  });

  test('cannot have counted from less than was used when its limit was not there yet', () => {
    const held = doneAfter(sightOf(rowOf()));
    const since = (settledGb: number) =>
      decide(sightOf(shown(held, 29.8), { ...tomorrow, settled: { at: noon, gb: settledGb } }), held)
        .lines[0];
    expect(since(24.8)).toMatchObject({ line: 'accepted', by: 'elsewhere' });
    expect(since(24.9)).toMatchObject({ line: 'changed', part: 'limit', pauses: true });
  });
});

describe('a sub-user that is not listed while it is disabled', () => {
  test('is held until its own limit is back, also without a rule', () => {
    const held = doneAfter(sightOf(rowOf()));
    const stopped: Held = { ...held, own: { ...held.own, status: 'disabled' } };
    const gone = rowOf({ listed: false });
    const noRules = { rules: [], usedIn: () => 22 };
    const unlisted = decide(sightOf(gone, noRules), {
      ...stopped,
      left: { ...held.left, status: 'disabled' },
    });
    expect(unlisted.act).toBeNull();
    expect(unlisted.lines.map(({ line }) => line)).not.toContain('released');
    const again = shownAs(held.left, 22);
    expect(decide(sightOf(again, noRules), held).act?.to.limit).toEqual(own.limit);
  });
});

describe('a stop', () => {
  test('just before its limit was raised is Oxylabs’ until a look has shown it active', () => {
    const before = doneAfter(sightOf(rowOf()));
    const raised = doneAfter(sightOf(shownAs(before.left, 25.01), { now: noon + dayMs }), before);
    const disabled = shownAs({ ...raised.left, status: 'disabled' }, 25.02);
    const settled = (at: number) =>
      decide(sightOf(disabled, { now: noon + dayMs + 2 * 3_600_000, settled: { at, gb: 25.01 } }), raised);
    expect(settled(noon)).toMatchObject({ lines: [{ line: 'accepted', by: 'oxylabs' }] });
    expect(settled(noon + dayMs + 60_000)).toMatchObject({ lines: [], doubts: true });
  });

  test('at Guard’s limit is not the user’s, though others raised that limit since', () => {
    const held = doneAfter(sightOf(rowOf()));
    const others: Guarded = { limit: { kind: 'gb', limitGb: 60 }, disablesAtLimit: true, status: 'disabled' };
    const { lines } = decide(sightOf(shownAs(others, 25.01)), held);
    expect(lines).toMatchObject([
      { line: 'changed', part: 'limit', pauses: true },
      { line: 'accepted', by: 'oxylabs' },
    ]);
  });
});

describe('a write that no list has shown', () => {
  const at = noon;
  const sentAs = (to: Guarded, from = own) => {
    const about = { at, id: 7, username: 'crawler_7', act: 'a' };
    const why = { by: 'guard', why: ['daily-cap'], from, to, grant: { cap: null, packs: null } } as const;
    const planned = heldAfter(beginHolding({ username: 'crawler_7', own }), {
      line: 'planned',
      ...about,
      ...why,
      why: ['daily-cap'],
    });
    const sent = heldAfter(planned, { line: 'sent', ...about });
    return heldAfter(sent, { line: 'ended', ...about, outcome: 'not-done', failure: null });
  };
  const disabled: Guarded = { ...own, status: 'disabled' };

  test('was carried out late if it shows within two minutes, and is of others after that', () => {
    const byWhom = (afterMs: number) =>
      decide(sightOf(shownAs(disabled, 20), { now: at + afterMs, rules: [night] }), sentAs(disabled))
        .lines[0];
    expect(byWhom(60_000)).toMatchObject({ line: 'accepted', by: 'guard' });
    expect(byWhom(3 * 60_000)).toMatchObject({ line: 'changed', by: 'elsewhere', part: 'status' });
  });

  test('is Guard’s where it put the own limit back to one that is disabled, and enables it', () => {
    const capped: Guarded = { limit: { kind: 'gb', limitGb: 5 }, disablesAtLimit: true, status: 'disabled' };
    const back: Guarded = { ...own, status: 'disabled' };
    const held: Held = { ...sentAs(back, capped), left: capped };
    const { act, lines } = decide(sightOf(shownAs(back, 5.01), { now: at + 60_000, rules: [] }), held);
    expect(lines[0]).toMatchObject({ line: 'accepted', by: 'guard' });
    expect(act?.to).toEqual(own);
  });

  test('is forgotten once a list shows something else after an hour', () => {
    const capped: Guarded = { limit: { kind: 'gb', limitGb: 5 }, disablesAtLimit: true, status: 'active' };
    const held = sentAs(capped);
    const change = { line: 'changed', id: 7, username: 'crawler_7', by: 'elsewhere', part: 'limit' } as const;
    const changed = (afterMs: number) =>
      heldAfter(held, { ...change, at: at + afterMs, from: own, to: own, pauses: false });
    expect(changed(60_000).late).not.toBeNull();
    expect(changed(2 * 3_600_000).late).toBeNull();
  });
});

describe('hours off', () => {
  const at = (time: string) => Date.parse(`2026-03-15T${time}:00Z`);
  const rules = [night];

  test('disable, and enable only what they disabled', () => {
    const held = doneAfter(sightOf(rowOf(), { now: at('22:05'), rules }));
    expect(held.left.status).toBe('disabled');
    expect(decide(sightOf(shownAs(held.left, 20), { now: at('06:05'), rules }), held).act?.to).toEqual(own);
    const disabled = rowOf({ status: 'disabled' });
    expect(decide(sightOf(disabled, { now: at('22:05'), rules }), undefined).act).toBeNull();
    const other = beginHolding({ username: 'crawler_7', own: { ...own, status: 'disabled' } });
    expect(decide(sightOf(disabled, { now: at('06:05'), rules }), other).act).toBeNull();
  });

  test('pause where others enable in between', () => {
    const held = doneAfter(sightOf(rowOf(), { now: at('22:05'), rules }));
    const { act, lines } = decide(sightOf(rowOf(), { now: at('23:55'), rules }), held);
    expect(act).toBeNull();
    expect(lines).toMatchObject([{ line: 'changed', part: 'status', pauses: true }]);
  });
});

test('after a crash the list says what became of a write, and nothing is sent again that shows', () => {
  const first = decide(sightOf(rowOf()), undefined);
  if (first.act === null) throw new Error('Nothing was due.');
  const about = { at: noon, id: 7, username: 'crawler_7', act: 'a' };
  const held = heldAfter(
    heldAfter(beginHolding({ username: 'crawler_7', own }), {
      line: 'planned',
      ...about,
      by: 'guard',
      ...first.act,
    }),
    { line: 'sent', ...about },
  );
  const done = decide(sightOf(shownAs(first.act.to, 21)), held);
  expect(done).toMatchObject({ act: null, lines: [{ line: 'ended', outcome: 'done' }] });
  const lost = decide(sightOf(rowOf()), held);
  expect(lost).toMatchObject({ act: { to: first.act.to }, lines: [{ line: 'ended', outcome: 'not-done' }] });
});

const gb = fc.integer({ min: 1, max: 50_000 }).map((hundredths) => hundredths / 100);
const limits: fc.Arbitrary<Limit> = fc.oneof(
  fc.constant<Limit>({ kind: 'unlimited' }),
  fc.constant<Limit>({ kind: 'blocked' }),
  gb.map(limitFromGb),
);
const gbOf = (limit: Limit) =>
  limit.kind === 'gb' ? limit.limitGb : limit.kind === 'blocked' ? 0 : Number.POSITIVE_INFINITY;
const rows = fc
  .record({
    status: fc.constantFrom<SubUser['status'][]>('active', 'disabled', 'unknown'),
    trafficGb: fc.option(gb),
    limit: limits,
    disablesAtLimit: fc.option(fc.boolean()),
    listed: fc.boolean(),
  })
  .map(rowOf);
const helds = fc
  .record({ own: limits, left: limits, status: fc.constantFrom<Guarded['status'][]>('active', 'disabled') })
  .map(({ own: ownLimit, left, status }): Held => {
    const begun = beginHolding({ username: 'crawler_7', own: { ...own, limit: ownLimit } });
    return { ...begun, left: { limit: left, disablesAtLimit: true, status } };
  });
const rules = fc.subarray<GuardRule>([cap, night]);
const sights = fc
  .record({
    row: rows,
    rules,
    now: fc.integer({ min: noon - 40 * dayMs, max: noon + 40 * dayMs }),
    sound: fc.boolean(),
  })
  .map(({ row, ...change }) => sightOf(row, change));

describe('whatever the list shows', () => {
  test('the main user is left alone', () => {
    fc.assert(
      fc.property(sights, fc.option(helds, { nil: undefined }), (sight, held) => {
        expect(decide({ ...sight, isMainUser: true }, held)).toMatchObject({ act: null, lines: [] });
      }),
    );
  });

  test('no limit is raised above the own one, and none is set by a figure that is not sound', () => {
    fc.assert(
      fc.property(sights, helds, (sight, held) => {
        const { act, lines } = decide(sight, held);
        if (act === null) return;
        const now = lines.reduce(
          (each, line) => ('id' in line && line.line === 'changed' ? heldAfter(each, line) : each),
          held,
        );
        const isLimitSet = gbOf(act.to.limit) !== gbOf(act.from.limit);
        if (isLimitSet) expect(gbOf(act.to.limit)).toBeLessThanOrEqual(gbOf(now.own.limit));
        if (isLimitSet && !sight.sound) expect(act.to.limit).toEqual(now.own.limit);
      }),
    );
  });

  test('what was done is not due again', () => {
    fc.assert(
      fc.property(sights, helds, (sight, held) => {
        const { act } = decide(sight, held);
        if (act === null) return;
        const after = doneAfter(sight, held);
        const shown = { ...sight, row: { ...sight.row, ...act.to, listed: true } };
        if (sight.row.listed) expect(decide(shown, after).act).toBeNull();
      }),
    );
  });
});

test('a figure that fell is believed after three more', () => {
  const figures = [10, 11, 9, 9.1, 9.2, 9.3];
  let seen = seenAfter(undefined, { period, gb: 9 });
  const sound = figures.map((each) => {
    seen = seenAfter(seen, { period, gb: each });
    return isSound(seen);
  });
  expect(sound).toEqual([true, true, false, false, false, true]);
});

test('traffic uses up the first pack to expire first, and never more than there is', () => {
  const pack = (id: string, expires: string) => ({
    id,
    gb: 10,
    from: '2026-03-01',
    expires,
    note: '',
    price: '',
  });
  const packs = [pack('late', '2026-03-30'), pack('soon', '2026-03-20')];
  expect(leftAfter({ late: 10, soon: 4 }, packs, 6)).toEqual({ soon: 0, late: 8 });
  fc.assert(
    fc.property(gb, (used) => {
      const left = Object.values(leftAfter({ late: 10, soon: 10 }, packs, used));
      expect(left.reduce((sum, each) => sum + each, 0)).toBeCloseTo(Math.max(0, 20 - used));
    }),
  );
});

test('days and hours are those of the zone, on days of 23 and 25 hours too', () => {
  expect(zoneTime('Europe/Berlin', Date.parse('2026-03-29T01:30:00Z'))).toEqual({
    day: '2026-03-29',
    time: '03:30',
  });
  expect(zoneTime('America/New_York', Date.parse('2026-11-01T04:30:00Z'))).toEqual({
    day: '2026-11-01',
    time: '00:30',
  });
  expect(isBetween('23:00', '22:00', '06:00')).toBe(true);
  expect(isBetween('06:00', '22:00', '06:00')).toBe(false);
});

test('an old write of a status does not make the limit of that time look like its doing', () => {
  const held = doneAfter(sightOf(rowOf()));
  const to = { ...own, status: 'disabled' as const };
  const late = { to, grant: held.grant, at: noon - dayMs, ofLimit: false };
  const shown = shownAs({ ...held.left, limit: own.limit, disablesAtLimit: own.disablesAtLimit }, 22);
  expect(decide(sightOf(shown, { now: noon + 60_000 }), { ...held, late }).lines).toMatchObject([
    { line: 'changed', part: 'limit', pauses: true },
  ]);
});

test('a pack that a wrong clock let expire has what was left of it when the clock is right again', () => {
  const packs = [
    { id: 'p', gb: 14, from: '2026-03-01', expires: '2026-03-15', note: '', price: '' },
    { id: 'q', gb: 1, from: '2026-03-01', expires: '2026-03-30', note: '', price: '' },
  ];
  const figure = (usedGb: number) => ({ period, usedGb, highestIn: () => null });
  const first = balanceOn('2026-03-10', packs, null, figure(0));
  const ahead = balanceOn('2026-03-16', packs, first, figure(13));
  expect(ahead).toMatchObject({ leftGb: { q: 1 }, goneGb: { p: 1 } });
  expect(balanceOn('2026-03-10', packs, ahead, figure(13)).leftGb).toEqual({ p: 1, q: 1 });
});

test('a stop at a limit of Guard whose write had no clear answer is not how its user wants it', () => {
  const held = beginHolding({ username: 'crawler_7', own });
  const to = { limit: limitFromGb(25), disablesAtLimit: true, status: 'active' as const };
  const late = { to, grant: held.grant, at: noon - 60_000, ofLimit: true };
  const stopped = rowOf({ listed: false, status: 'disabled', trafficGb: 24 });
  const sight = sightOf(stopped, { usedIn: () => 25.1, now: noon });
  expect(decide(sight, { ...held, late }).lines[0]).toMatchObject({ line: 'accepted', by: 'oxylabs' });
});

describe('a brake that was set off', () => {
  const brake = (subUserIds: number[]): GuardRule => ({
    ...{ kind: 'brake', id: 'b', subUserIds, acts: 'itself' },
    at: { kind: 'share', percent: 90 },
  });
  const setOff = () => {
    const memory = memoryOf({ ...noGuardState, rules: [brake([7, 8])] });
    applyLine(memory, { line: 'pulled', at: noon, rule: 'b', ids: [7, 8], by: 'guard' });
    return memory;
  };
  const set = (memory: GuardMemory, rule: GuardRule) =>
    applyLine(memory, { line: 'rule-set', at: noon, rule });

  test('disables those that it still names once it is changed, and no others', () => {
    const memory = setOff();
    set(memory, brake([8, 9]));
    expect(memory.pulled.get('b')).toEqual({ at: noon, ids: [8] });
    expect(pulledFor(memory, 7)).toEqual([]);
    expect(pulledFor(memory, 8)).toEqual(['brake']);
  });

  test('disables none once it names none of them, or is of another kind', () => {
    for (const rule of [brake([9]), { ...cap, id: 'b', subUserIds: [7, 8] }]) {
      const memory = setOff();
      set(memory, rule);
      expect(memory.pulled.size).toBe(0);
    }
  });

  test('enables what it disabled once it no longer names it', () => {
    const rules = [brake([7])];
    const held = doneAfter(sightOf(rowOf(), { rules, pulled: ['brake'] }));
    expect(held.left.status).toBe('disabled');
    const row = shownAs(held.left, 20);
    expect(decide(sightOf(row, { rules, pulled: ['brake'] }), held).act).toBeNull();
    expect(decide(sightOf(row, { rules: [] }), held).act?.to).toEqual(own);
  });
});

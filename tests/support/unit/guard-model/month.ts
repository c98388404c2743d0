import type { GuardRule } from '../../../../electron/contract/guard.ts';
import type { Guard } from '../../../../electron/monitor/guard/guard.ts';
import { undoableParts } from '../../../../electron/usage/guard/undoable.ts';
import { FakeClock } from '../fake-clock.ts';
import { seeded } from '../seeded.ts';
import { Computer } from './computer.ts';
import type { GuardCounts } from './counts.ts';
import { Judge } from './judge.ts';
import { rulesOf } from './rules.ts';
import { GuardService, type Settings } from './service.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const months = 36;
const people = 50;
const undosAMonth = 8;

/** An order of the user, which a computer carries out when it runs. */
type Order = { at: number; sets: boolean; spares?: true; run: (guard: Guard) => Promise<void> };
/** Is called with what happens to a sub-user, or to all where the id is null, at a moment of the true clock. */
export type Story = (at: number, id: number | null, text: string) => void;
type Seat = { computer: Computer; nextAt: number; orders: Order[]; onAt: number };

/** Plays a month and some days of one account on one or two computers, and judges each write and each tick. */
export async function playMonth(seed: number, counts: GuardCounts, story: Story = () => {}): Promise<void> {
  const random = seeded(seed);
  const startAt = Date.UTC(2026, Math.floor(random() * months), 2, 9) + Math.floor(random() * 20) * hourMs;
  const clock = new FakeClock(startAt);
  const service = new GuardService({
    clock,
    random,
    count: people,
    delayTicks: Math.floor(random() * 7),
    listsDisabled: random() < 0.7,
    enablesAtReset: random() < 0.5,
  });
  const names = random() < 0.3 ? ['one', 'two'] : ['one'];
  const note = (id: number | null, text: string) => story(clock.now(), id, text);
  const judge = new Judge({ service, clock, counts, seed, computers: names, note });
  let meddles = true;
  const meddle = () => {
    if (!meddles || random() > 0.02) return;
    const person = service.people.get(101 + Math.floor(random() * (people - 1)));
    if (person !== undefined) judge.edit(person, aChange(random));
  };
  const seats = names.map((name, index): Seat => {
    const computer = new Computer({
      name,
      service,
      clock,
      random,
      meddle,
      noteKnown: (id, when) => judge.noteKnown(name, id, when),
      noteSent: (id, sent) => judge.noteSent(name, id, sent),
      noteLooked: () => judge.noteLooked(name),
      noteKilled: () => judge.noteKilled(name),
      noteHeld: (id, own) => judge.noteHeld(name, id, own),
      note: (id, text) => note(id, `${name} ${text}`),
    });
    return { computer, nextAt: startAt + index * 20 * 60_000, orders: [], onAt: 0 };
  });
  const rules = rulesOf(random, [...service.people.keys()], startAt);
  const endAt = startAt + 33 * dayMs;
  orderRules(rules, { seats, judge, random, startAt, endAt, clock });
  const [only, ...others] = seats;
  if (only !== undefined && others.length === 0) orderUndoing(only, { judge, random, startAt, endAt });
  for (const { computer } of seats) computer.start(aLife(random));
  const share = () => ((clock.now() - startAt) / (30 * dayMs)) * 100;
  await play(seats, { clock, random, counts, endAt, share });
  meddles = false;
  service.faults = false;
  for (const seat of seats) {
    seat.onAt = 0;
    seat.computer.skewMs = 0;
    seat.computer.start(Number.POSITIVE_INFINITY);
    seat.computer.isLasting = true;
  }
  await play(seats, { clock, random, counts, endAt: endAt + 30 * hourMs, share });
  service.flow();
  judge.judgeEnd();
  for (const { computer } of seats) {
    counts.kills += computer.kills;
    counts.requests += computer.requests;
  }
  counts.months += 1;
}

type Orders = {
  seats: readonly Seat[];
  judge: Judge;
  random: () => number;
  startAt: number;
  endAt: number;
  clock: FakeClock;
};

/** Orders each rule at the start or later, and its end at some time before the month's. */
function orderRules(rules: readonly GuardRule[], { seats, judge, random, startAt, endAt }: Orders): void {
  for (const rule of rules) {
    const setAt = random() < 0.7 ? startAt : startAt + random() * 20 * dayMs;
    const removedAt = random() < 0.6 ? endAt : setAt + random() * (endAt - setAt);
    const backAt = setAt + random() * (removedAt - setAt);
    for (const { orders } of seats) {
      orders.push({
        at: setAt,
        sets: true,
        run(guard) {
          judge.noteRule(rule);
          return guard.setRule(rule);
        },
      });
      if ('acts' in rule) {
        orders.push({
          at: backAt,
          sets: false,
          run(guard) {
            judge.notePutBack(rule);
            return guard.putBack(rule);
          },
        });
      }
      orders.push({
        at: removedAt,
        sets: false,
        run(guard) {
          judge.noteRemoved(rule);
          return guard.removeRule(rule.id);
        },
      });
      orders.sort((one, other) => one.at - other.at);
    }
  }
}

/** Takes back one write of Guard on each of some days. What it had made is read at that moment. */
function orderUndoing(
  { orders }: Seat,
  { judge, random, startAt, endAt }: Pick<Orders, 'judge' | 'random' | 'startAt' | 'endAt'>,
): void {
  for (let time = 0; time < undosAMonth; time += 1) {
    orders.push({
      at: startAt + random() * (endAt - startAt),
      sets: false,
      spares: true,
      async run(guard) {
        const made = [...guard.memory.held].flatMap(([id, held]) =>
          [held.acts.limit, held.acts.status].flatMap((act) => {
            const parts = act === null ? [] : undoableParts(held, act);
            return parts.length > 0 ? [{ id, parts }] : [];
          }),
        );
        const one = made[Math.floor(random() * made.length)];
        if (one === undefined) return;
        judge.noteUndo(one.id, one.parts);
        void guard.undo(one.id, one.parts);
      },
    });
  }
  orders.sort((one, other) => one.at - other.at);
}

type Play = {
  clock: FakeClock;
  random: () => number;
  counts: GuardCounts;
  endAt: number;
  share: () => number;
};

async function play(seats: readonly Seat[], { clock, random, counts, endAt, share }: Play): Promise<void> {
  while (clock.now() < endAt) {
    const seat = seats.reduce((first, each) => (each.nextAt < first.nextAt ? each : first));
    if (seat.nextAt > clock.now()) await clock.pass(seat.nextAt - clock.now());
    seat.nextAt = clock.now() + (50 + random() * 20) * 60_000;
    if (seat.onAt > clock.now()) continue;
    const { computer } = seat;
    if (computer.isLasting || (await lives(seat, { clock, random, counts }))) {
      counts.refreshes += 1;
      if (!(await computer.refresh(share()))) computer.start(aLife(random));
      else await carryOut(seats, { clock, random });
    }
  }
}

/**
 * Carries out what the user orders. A rule is set on all computers at once: where another one has acted before, a cap looks like
 * the own limit.
 */
async function carryOut(
  seats: readonly Seat[],
  { clock, random }: Pick<Play, 'clock' | 'random'>,
): Promise<void> {
  const isReady = ({ computer, onAt }: Seat) => computer.hasList && onAt <= clock.now();
  const isDue = ({ orders: [order] }: Seat) => order !== undefined && order.at <= clock.now();
  for (const seat of seats) {
    const { computer, orders } = seat;
    while (isReady(seat) && isDue(seat) && orders[0]?.sets !== true) {
      computer.spare(orders[0]?.spares === true);
      if (await computer.order(orders[0]?.run)) orders.shift();
      else computer.start(aLife(random));
      computer.spare(false);
    }
  }
  if (!seats.every((each) => isReady(each) && isDue(each) && each.orders[0]?.sets === true)) return;
  for (const { computer, orders } of seats) {
    computer.spare(seats.length > 1);
    if (await computer.order(orders[0]?.run)) orders.shift();
    else computer.start(aLife(random));
    computer.spare(false);
  }
  await carryOut(seats, { clock, random });
}

/** Turns a computer off for a while, or sets its clock, now and then. Returns whether it runs. */
async function lives(
  seat: Seat,
  { clock, random, counts }: Pick<Play, 'clock' | 'random' | 'counts'>,
): Promise<boolean> {
  const { computer } = seat;
  const chance = random();
  if (chance < 0.008) {
    seat.onAt = clock.now() + random() * 40 * hourMs;
    computer.start(aLife(random));
    return false;
  }
  if (chance < 0.013) {
    computer.skewMs = (random() - 0.5) * 60 * hourMs;
    counts.jumps += 1;
  } else if (chance < 0.2) computer.skewMs = 0;
  return true;
}

function aLife(random: () => number): number {
  return random() < 0.7 ? Math.floor(random() * 600) : Number.POSITIVE_INFINITY;
}

/** Returns what another client does: any limit, or a status. */
function aChange(random: () => number): Partial<Settings> {
  if (random() < 0.5) return { active: random() < 0.5 };
  return { limitGb: Math.round(random() * 50_000) / 100 };
}

import { expect, test } from 'vitest';
import { dayMs, dayOf } from '../../../electron/contract/day.ts';
import type { SubUser } from '../../../electron/contract/sub-user.ts';
import { accountState } from '../../../electron/monitor/state.ts';
import { accountId } from '../../../renderer/gallery/snapshot.ts';
import { type AlertRun, startAlerts, subUser } from '../../support/unit/alert-run.ts';
import { FakeClock } from '../../support/unit/fake-clock.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const quietRules = { runOut: false, unusualDay: false };
const turnAt = Date.parse('2026-04-01T00:00:00Z');
const [march, april] = ['2026-03-01', '2026-04-01'];

/** Starts alerts shortly before the turn, with a budget of 100 GB. */
function shortlyBefore(): AlertRun {
  const clock = new FakeClock(turnAt - 2 * hourMs);
  return startAlerts({ alerts: quietRules, plan: { sizeGb: 100 }, clock });
}

function restarted({ clock, disk }: AlertRun): AlertRun {
  return startAlerts({ alerts: quietRules, plan: { sizeGb: 100 }, clock, disk });
}

type Read = { gb: number; totalGb: number; dateFrom: string | null; dateTo?: string | null };

async function read(run: AlertRun, { gb, totalGb, dateFrom, dateTo }: Read): Promise<void> {
  await run.refresh({
    totalGb,
    dateFrom,
    ...(dateTo !== undefined && { dateTo }),
    subUsers: [subUser({ trafficGb: gb })],
  });
  run.clock.jump(5 * minuteMs);
}

test('row 1: started while the list lags behind the turn, each of the new month’s alerts still comes', async () => {
  const before = shortlyBefore();
  await read(before, { gb: 9.6, totalGb: 40, dateFrom: march });
  expect(before.titles()).toEqual(['crawler: 96% of the limit used']);
  before.clock.jump(3 * hourMs);
  const run = restarted(before);
  for (const totalGb of [0.1, 0.2, 0.3]) await read(run, { gb: 9.7, totalGb, dateFrom: april });
  const later = restarted(run);
  await read(later, { gb: 9.7, totalGb: 0.4, dateFrom: april });
  await read(later, { gb: 0.4, totalGb: 0.5, dateFrom: april });
  later.clock.jump(3 * dayMs);
  for (const gb of [8.1, 9.6, 10]) await read(later, { gb, totalGb: gb + 1, dateFrom: april });
  expect([...run.titles(), ...later.titles()]).toEqual(
    ['81', '96', '100'].map((share) => `crawler: ${share}% of the limit used`),
  );
});

test('row 1: a limit that the old month crossed while the list lagged alerts once, and again in the new month', async () => {
  const run = shortlyBefore();
  await read(run, { gb: 7.5, totalGb: 40, dateFrom: march });
  run.clock.jump(3 * hourMs);
  const next = restarted(run);
  for (const totalGb of [0.1, 0.2]) await read(next, { gb: 8.2, totalGb, dateFrom: april });
  expect(next.titles()).toEqual(['crawler: 82% of the limit used']);
  await read(next, { gb: 0.2, totalGb: 0.3, dateFrom: april });
  next.clock.jump(3 * dayMs);
  await read(next, { gb: 8.3, totalGb: 9, dateFrom: april });
  expect(next.titles().slice(1)).toEqual(['crawler: 83% of the limit used']);
});

test('row 2: answers of a server of the old month, after the turn, repeat nothing and cost no alert', async () => {
  const run = shortlyBefore();
  await read(run, { gb: 9.6, totalGb: 96, dateFrom: march });
  run.clock.jump(2 * hourMs);
  await read(run, { gb: 0.1, totalGb: 1, dateFrom: april });
  for (let time = 0; time < 3; time += 1) {
    await read(run, { gb: 9.6, totalGb: 96.5, dateFrom: march, dateTo: '2026-03-31' });
    await read(run, { gb: 0.1, totalGb: 1 + time, dateFrom: april });
  }
  expect(run.log()).toHaveLength(2);
  run.clock.jump(9 * dayMs);
  for (const totalGb of [51, 96]) await read(run, { gb: 1, totalGb, dateFrom: april });
  expect(run.titles().slice(1)).toEqual(
    ['51', '96'].map((share) => `Your account: ${share}% of the budget used`),
  );
});

test.each([
  ['2026-05-01', null],
  ['2031-04-01', null],
  ['2026-03-14', '2026-03-14'],
  ['2031-04-01', '2031-04-02'],
])(
  'row 3: one wrong date, %s, neither repeats an alert nor silences the next month',
  async (dateFrom, dateTo) => {
    const run = shortlyBefore();
    run.clock.jump(-10 * dayMs);
    await read(run, { gb: 9.6, totalGb: 60, dateFrom: march });
    await read(run, { gb: 9.6, totalGb: 60, dateFrom, dateTo });
    await read(run, { gb: 9.7, totalGb: 61, dateFrom: march });
    expect(run.log()).toHaveLength(2);
    run.clock.jump(20 * dayMs);
    await read(run, { gb: 0.5, totalGb: 1, dateFrom: april });
    await read(run, { gb: 9.6, totalGb: 60, dateFrom: april });
    expect(run.log()).toHaveLength(4);
  },
);

test('row 3: a wrong month that was believed, as it was sent for hours, is given up for the right one', async () => {
  const run = shortlyBefore();
  run.clock.jump(-10 * dayMs);
  await read(run, { gb: 9.6, totalGb: 60, dateFrom: march });
  for (let time = 0; time < 80; time += 1)
    await read(run, { gb: 9.6, totalGb: 60, dateFrom: '2031-04-01', dateTo: '2031-04-09' });
  const repeated = run.log().length;
  for (let time = 0; time < 80; time += 1) await read(run, { gb: 9.6, totalGb: 60, dateFrom: march });
  run.clock.jump(20 * dayMs);
  for (const gb of [0.5, 9.6]) await read(run, { gb, totalGb: gb * 6, dateFrom: april });
  expect(run.log()).toHaveLength(repeated + 2);
});

test('row 3: without any date the calendar begins a month, and the page says so', async () => {
  const run = shortlyBefore();
  const undated = { dateFrom: null, dateTo: null };
  const byCalendar = () => accountState(run.store.getState(), accountId).alerts.byCalendar;
  await read(run, { gb: 9.6, totalGb: 60, ...undated });
  expect([run.log().length, byCalendar()]).toEqual([2, true]);
  run.clock.jump(3 * hourMs);
  for (let time = 0; time < 6; time += 1) await read(run, { gb: 0.5, totalGb: 1, ...undated });
  run.clock.jump(5 * dayMs);
  await read(run, { gb: 9.6, totalGb: 60, ...undated });
  expect(run.log()).toHaveLength(4);
  await read(run, { gb: 9.7, totalGb: 61, dateFrom: april, dateTo: dayOf(run.clock.now()) });
  expect([run.log().length, byCalendar()]).toEqual([4, false]);
});

test('row 3: the marks that an earlier version left without a date expire too', async () => {
  const run = shortlyBefore();
  const marks = { period: null, marks: { 'at:80': 10, 'at:95': 10, 'at:100': 10 } };
  run.disk.memories.write('3f1c.json', {
    begun: true,
    period: null,
    account: { period: null, marks: {} },
    subUsers: { 1: marks },
    disabled: [],
    disabledHere: [],
    lastAlert: null,
  });
  const next = restarted(run);
  await read(next, { gb: 8.1, totalGb: 20, dateFrom: null, dateTo: null });
  expect(next.titles()).toEqual(['crawler: 81% of the limit used']);
});

test('killed after the alert was logged and before it was remembered, at the turn: it is shown by the next start', async () => {
  const run = shortlyBefore();
  await read(run, { gb: 1, totalGb: 10, dateFrom: march });
  const { write } = run.disk.memories;
  run.disk.memories.write = () => {};
  run.daemon.outcome = 'unanswered';
  await read(run, { gb: 9.6, totalGb: 11, dateFrom: march });
  run.disk.memories.write = write;
  run.disk.alerts.replace(
    `${accountId}.jsonl`,
    run.disk.alerts.read(`${accountId}.jsonl`).filter((line) => line.includes('"alert"')),
  );
  run.clock.jump(3 * hourMs);
  const next = restarted(run);
  for (const gb of [0.1, 0.2]) await read(next, { gb, totalGb: gb * 2, dateFrom: april });
  expect(next.titles()).toEqual(['crawler: 96% of the limit used']);
  expect(next.log()).toEqual([{ rule: 'limit', delivery: 'shown' }]);
  const again = restarted(next);
  await read(again, { gb: 0.3, totalGb: 0.6, dateFrom: april });
  expect(again.titles()).toEqual([]);
});

/** Returns when the forecasts that windows show end: the account's and the sub-user's; null without one. */
function forecastEnds({ store, monitor }: AlertRun): (string | null)[] {
  const account = accountState(store.getState(), accountId).outlook?.forecast;
  return [account, monitor.forecastOf(1)].map((said) =>
    said?.kind === 'forecast' ? dayOf(said.endsAt) : null,
  );
}

test('the forecasts that windows show go by the same period as the alerts', async () => {
  const run = startAlerts({ alerts: quietRules, clock: new FakeClock(turnAt - 10 * dayMs) });
  const days = async (count: number, dateFrom: string, from: number) => {
    for (let day = 0; day < count; day += 1) {
      await read(run, { gb: from + day, totalGb: 4 * (from + day), dateFrom });
      run.clock.jump(dayMs - 5 * minuteMs);
    }
  };
  await days(9, march, 20);
  expect(forecastEnds(run)).toEqual([april, april]);
  for (const dateFrom of ['2027-09-01', '2025-01-01', null]) {
    await read(run, { gb: 29, totalGb: 116, dateFrom, dateTo: null });
    expect(forecastEnds(run)).toEqual([april, april]);
  }
  run.clock.set(turnAt + hourMs - run.clock.now());
  // The list lags behind the turn: its figures say nothing about April.
  await read(run, { gb: 29, totalGb: 0.1, dateFrom: april });
  expect(forecastEnds(run)).toEqual([null, null]);
  await days(3, april, 1);
  expect(forecastEnds(run)).toEqual(['2026-05-01', '2026-05-01']);
  // A server of the old month.
  await read(run, { gb: 4, totalGb: 116, dateFrom: march });
  expect(forecastEnds(run)).toEqual(['2026-05-01', '2026-05-01']);
});

test('row 8: a list that is empty or short for once says nothing about who was disabled', async () => {
  const run = shortlyBefore();
  const people = (): SubUser[] => [1, 2, 3].map((id) => subUser({ id, username: `u${id}`, trafficGb: 9.7 }));
  const gone = (all: SubUser[]) =>
    all.map((each) => ({ ...each, listed: false, status: 'disabled' as const }));
  const list = async (subUsers: SubUser[]) => {
    await run.refresh({ totalGb: 40, dateFrom: march, subUsers });
    run.clock.jump(5 * minuteMs);
  };
  await list(people());
  const first = run.titles().length;
  const short = () => [...people().slice(1), ...gone(people().slice(0, 1))];
  for (const each of [gone(people()), people(), short(), people(), gone(people()), gone(people()), people()])
    await list(each);
  expect(run.titles().slice(first)).toEqual([]);
  // Two and three in a row are still short, four over a quarter of an hour are not.
  for (const each of [short(), short(), people(), short(), short(), short()]) await list(each);
  expect(run.titles().slice(first)).toEqual([]);
  for (const each of [short(), short()]) await list(each);
  expect(run.titles().slice(first)).toEqual(['u1: probably disabled by Oxylabs']);
});

test('row 8: a list that lacks others without a reason says nothing for hours', async () => {
  const run = shortlyBefore();
  const people = (listed: boolean) =>
    [9.7, 9.8, 1, 2].map((trafficGb, id) => {
      const gone = !listed && id % 2 === 0;
      const status = gone ? ('disabled' as const) : ('active' as const);
      return subUser({ id: id + 1, username: `u${id + 1}`, trafficGb, listed: !gone, status });
    });
  const list = async (listed: boolean, minutes: number) => {
    await run.refresh({ totalGb: 40, dateFrom: march, subUsers: people(listed) });
    run.clock.jump(minutes * minuteMs);
  };
  await list(true, 5);
  const first = run.titles().length;
  for (let time = 0; time < 12; time += 1) await list(false, 5);
  await list(true, 5);
  for (let time = 0; time < 6; time += 1) await list(false, 60);
  expect(run.titles().slice(first)).toEqual([]);
  for (let time = 0; time < 3; time += 1) await list(false, 60);
  expect(run.titles().slice(first)).toEqual(['u1: probably disabled by Oxylabs']);
});

test('a figure that falls within the month is a correction and repeats nothing; the next month does', async () => {
  const run = startAlerts({ alerts: quietRules, clock: new FakeClock(turnAt - 10 * dayMs) });
  for (const gb of [7, 9.6, 0, 0.1, 9.7]) {
    await read(run, { gb, totalGb: 40, dateFrom: march });
    run.clock.jump(dayMs);
  }
  expect(run.titles()).toEqual(['crawler: 96% of the limit used']);
  run.clock.jump(7 * dayMs);
  for (const gb of [0.1, 9.7]) await read(run, { gb, totalGb: 10, dateFrom: april });
  expect(run.titles().slice(1)).toEqual(['crawler: 97% of the limit used']);
});

test('row 8: a limit that is missing in one answer repeats nothing', async () => {
  const run = shortlyBefore();
  const list = (change: Partial<SubUser>) =>
    run.refresh({ totalGb: 40, dateFrom: march, subUsers: [subUser({ trafficGb: 9.6, ...change })] });
  await list({});
  for (let time = 0; time < 3; time += 1) {
    await list({ limit: { kind: 'unlimited' } });
    await list({});
  }
  expect(run.titles()).toEqual(['crawler: 96% of the limit used']);
  await list({ limit: { kind: 'unlimited' } });
  await list({ limit: { kind: 'gb', limitGb: 12 } });
  await list({ limit: { kind: 'gb', limitGb: 12 }, trafficGb: 11.5 });
  expect(run.titles().slice(1)).toEqual(['crawler: 95% of the limit used']);
});

test('row 8: 10 TB that were raised by 50 GB alert again at 100%, and only there', async () => {
  const run = shortlyBefore();
  const list = (trafficGb: number, limitGb: number) =>
    run.refresh({
      totalGb: 2e4,
      dateFrom: march,
      subUsers: [subUser({ trafficGb, limit: { kind: 'gb', limitGb } })],
    });
  run.plan({ sizeGb: null });
  await list(1, 10_000);
  await list(10_001, 10_000);
  for (const trafficGb of [10_002, 10_040, 10_051, 10_052]) await list(trafficGb, 10_050);
  expect(run.titles()).toEqual([1, 2].map(() => 'crawler: 100% of the limit used'));
});

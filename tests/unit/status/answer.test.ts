import { describe, expect, test } from 'vitest';
import type { StatusAccount } from '../../../electron/contract/status.ts';
import type { StatusFound } from '../../../electron/status/answer.ts';
import { accountWith, ask, fileOf } from '../../support/unit/answer.ts';
import { readPrometheus } from '../../support/unit/prometheus.ts';
import { statusNow } from '../../support/unit/status.ts';

const formats = ['text', 'json', 'waybar', 'polybar', 'xbar', 'prometheus'] as const;
const minuteMs = 60_000;
const later = (minutes: number) => statusNow + minutes * minuteMs;
const signedOut: Partial<StatusAccount> = {
  state: 'signed_out',
  read_at: null,
  used_gb: null,
  left_gb: null,
  sub_users: [],
};
const unread = { read_at: null, stale_at: null, used_gb: null, left_gb: null, forecast: null } as const;

/** Every state, with the code of `--guard=20GB` and what it and `--status` say. */
const states: Record<
  string,
  { found: StatusFound; now?: number; code: number; guard: RegExp; line?: RegExp }
> = {
  running: {
    found: fileOf(accountWith()),
    code: 0,
    guard: /^main_user: 88\.30 GB left of 300 GB: enough\.$/,
    line: /^main_user: 211\.70 GB of 300 GB this month · 88\.30 GB left · 268 GB by 30 Nov · Updated 4 min ago$/,
  },
  'used up': {
    found: fileOf(accountWith({ left_gb: 0 })),
    code: 1,
    guard: /^main_user: 0 GB left of 300 GB: not enough\.$/,
    line: / 0 GB left /,
  },
  stale: {
    found: fileOf(accountWith({ state: 'stale' })),
    now: later(200),
    code: 69,
    guard: /too old \(3 h ago\)\.$/,
    line: /^main_user: 211\.70 GB .* Outdated, last updated 3 h ago$/,
  },
  'killed long ago': {
    found: fileOf(accountWith()),
    now: later(200),
    code: 69,
    guard: /too old \(3 h ago\)\.$/,
    line: /Outdated, last updated 3 h ago$/,
  },
  'written in the future': {
    found: fileOf(accountWith()),
    now: later(-10),
    code: 69,
    guard: /too old/,
    line: /Outdated/,
  },
  offline: {
    found: fileOf(accountWith({ state: 'offline' })),
    code: 0,
    guard: /88\.30 GB left of 300 GB: enough\.$/,
    line: /· Offline · Updated 4 min ago$/,
  },
  'offline for long': {
    found: fileOf(accountWith({ state: 'offline' })),
    now: later(200),
    code: 69,
    guard: /too old/,
    line: /· Offline · Outdated, last updated 3 h ago$/,
  },
  'signed out': {
    found: fileOf(accountWith(signedOut)),
    code: 69,
    guard: /signed out\. Sign in\.$/,
    line: /^main_user: Signed out$/,
  },
  'never signed in': { found: fileOf(), code: 69, guard: /signed out\. Sign in\.$/, line: /^Signed out$/ },
  'not read yet': {
    found: fileOf(accountWith(unread)),
    code: 69,
    guard: /not read yet\.$/,
    line: /^main_user: Loading this month’s traffic…$/,
  },
  'no plan': {
    found: fileOf(accountWith({ plan_gb: null, left_gb: null })),
    code: 69,
    guard: /no plan is set/,
    line: /^main_user: 211\.70 GB this month · 268 GB/,
  },
  'unknown figure': {
    found: fileOf(accountWith({ used_gb: null, left_gb: null })),
    code: 69,
    guard: /did not send the figure\.$/,
    line: /^main_user: — of 300 GB this month/,
  },
  'never started': {
    found: { problem: 'missing' },
    code: 69,
    guard: /^Not known: Oxygauge wrote no status file/,
  },
  link: { found: { problem: 'link' }, code: 69, guard: /is a link/ },
  'foreign owner': { found: { problem: 'foreign' }, code: 69, guard: /belongs to another user/ },
  unreadable: { found: { problem: 'unreadable' }, code: 69, guard: /cannot be read/ },
  corrupt: { found: { problem: 'corrupt' }, code: 69, guard: /is damaged/ },
  'newer schema': { found: { problem: 'newer' }, code: 69, guard: /a newer version of Oxygauge/ },
};

describe.each(Object.entries(states))('%s', (_state, { found, now, code, guard, line }) => {
  test('the guard’s answer is on one stream, with its code', () => {
    const asked = ask('--guard=20GB', found, now);
    expect(asked.code).toBe(code);
    const [said, silent] = code === 69 ? [asked.problem, asked.answer] : [asked.answer, asked.problem];
    expect(said.trimEnd()).toMatch(guard);
    expect(said).toMatch(/\n$/);
    expect(silent).toBe('');
  });

  test.each(formats)('--status=%s answers, or says why not', (format) => {
    const { code: ended, answer, problem } = ask(`--status=${format}`, found, now);
    const known = line !== undefined;
    expect(ended).toBe(known ? 0 : 69);
    expect(problem.trimEnd()).toMatch(known ? /^$/ : guard);
    const reads = readers[format];
    // A bar gets something to show in any case.
    if (!known && ['text', 'json', 'prometheus'].includes(format)) expect(answer).toBe('');
    else reads(answer, line ?? guard);
  });
});

/** Reads an answer as its reader does, and looks for a line in it. */
const readers: Record<(typeof formats)[number], (answer: string, line: RegExp) => void> = {
  text: (answer, line) => expect(answer).toMatch(new RegExp(`${line.source.replace(/\$$/, '')}.*\n$`)),
  json: (answer) => expect(fileOf(...JSON.parse(answer).accounts)).toHaveProperty('status'),
  prometheus: (answer) => expect(readPrometheus(answer)).toBeDefined(),
  waybar(answer, line) {
    expect(answer).toMatch(/^[^\n]+\n$/);
    const { text, tooltip, alt, class: classes } = JSON.parse(answer);
    expect(text).toMatch(/./);
    expect(tooltip.split('\n')[0]).toMatch(line);
    expect(classes[0]).toBe(alt);
  },
  polybar: (answer) => expect(answer).toMatch(/^[^\n]+\n$/),
  xbar(answer, line) {
    const [title, rule, first] = answer.split('\n');
    expect(title).toMatch(/ \| emojize=false$/);
    expect(rule).toBe('---');
    expect(first?.replace(' | emojize=false', '')).toMatch(line);
  },
};

test('a bar shows what is used of the plan, and a state that is not ok', () => {
  const bar = (change: Parameters<typeof accountWith>[0], now = statusNow) =>
    JSON.parse(ask('--status=waybar', fileOf(accountWith(change)), now).answer);
  expect(bar({})).toMatchObject({ text: '211.7 of 300 GB', alt: 'ok', class: ['ok'], percentage: 70 });
  expect(bar({ used_gb: 240 })).toMatchObject({ class: ['ok', 'warning'], percentage: 80 });
  expect(bar({ used_gb: 330 })).toMatchObject({ class: ['ok', 'critical'], percentage: 100 });
  expect(bar({}, later(200))).toMatchObject({ text: '211.7 of 300 GB · Outdated', alt: 'stale' });
  expect(bar({ state: 'offline' })).toMatchObject({ text: '211.7 of 300 GB · Offline', alt: 'offline' });
  expect(bar({ used_gb: null })).toMatchObject({ text: '—' });
  expect(bar({ used_gb: null })).not.toHaveProperty('percentage');
  expect(bar({ plan_gb: null })).toMatchObject({ text: '211.7 GB' });
  expect(bar(signedOut)).toMatchObject({ text: 'Signed out', class: ['signed_out'] });
  expect(bar({}).tooltip.split('\n').slice(1)).toEqual(['near: 9.00 GB of 10 GB', 'idle: 0 GB of 10 GB']);
});

test('the plan’s own cycle is named, and so is the day on which the plan is used up', () => {
  const period = { kind: 'cycle', from: '2026-11-23', to: null } as const;
  const { forecast: known } = accountWith();
  const forecast = known && { ...known, runs_out_at: '2026-11-27T10:00:00Z' };
  const account = accountWith({ period, forecast });
  expect(ask('--status', fileOf(account)).answer).toMatch(
    /^main_user: 211\.70 GB of 300 GB since 23 Nov · .* · 268 GB by 30 Nov, used up on 27 Nov · /,
  );
});

test('a file that was left behind is up no longer, in JSON and for Prometheus', () => {
  const found = fileOf(accountWith());
  expect(JSON.parse(ask('--status=json', found, later(200)).answer).accounts[0].state).toBe('stale');
  const up = (now?: number) => readPrometheus(ask('--status=prometheus', found, now).answer)[0];
  expect(up()).toMatchObject({ name: 'oxygauge_up', value: 1 });
  expect(up(later(200))).toMatchObject({ name: 'oxygauge_up', value: 0 });
});

describe('several accounts', () => {
  const two = fileOf(accountWith(), accountWith({ name: 'mobile', id: 'b2', used_gb: 299, left_gb: 1 }));

  test('each has its line, and a bar shows the one that has used most', () => {
    const lines = ask('--status', two).answer.trimEnd().split('\n');
    expect(lines.map((line) => line.split(':')[0])).toEqual(['main_user', 'mobile']);
    expect(JSON.parse(ask('--status=waybar', two).answer).text).toBe('299 of 300 GB');
  });

  test('a name asks about one, and an unlisted one is not known', () => {
    expect(ask('--status --account=main_user', two).answer).not.toContain('mobile');
    expect(ask('--guard=20GB --account=main_user', two)).toMatchObject({ code: 0 });
    expect(ask('--guard=20GB --account=mobile', two)).toMatchObject({ code: 1 });
    const unlisted = ask('--status --account=other', two);
    expect(unlisted).toMatchObject({ code: 69, answer: '' });
    expect(unlisted.problem).toMatch(/no account of that name/);
  });

  test('without a name all must have enough, and one that is not known is not enough knowledge', () => {
    expect(ask('--guard=1GB', two)).toMatchObject({ code: 0, problem: '' });
    expect(ask('--guard=20GB', two)).toMatchObject({ code: 1 });
    expect(ask('--guard=20GB', two).answer.split('\n')).toHaveLength(3);
    const out = accountWith({ ...signedOut, name: 'out' });
    const some = ask('--guard=20GB', fileOf(accountWith(), out));
    expect(some).toMatchObject({ code: 69 });
    expect([some.answer, some.problem]).toEqual([
      expect.stringMatching(/^main_user: 88/),
      expect.stringMatching(/^out: Not/),
    ]);
    expect(ask('--guard=200GB', fileOf(accountWith(), out))).toMatchObject({ code: 1 });
  });

  test('a sub-user is looked for in all of them', () => {
    const [subUser] = accountWith().sub_users;
    const rich = subUser && { ...subUser, name: 'rich', left_gb: 7 };
    const found = fileOf(accountWith(), accountWith({ name: 'mobile', sub_users: rich ? [rich] : [] }));
    const asked = ask('--guard=5GB --sub-user=rich', found);
    expect(asked).toEqual({ code: 0, answer: 'mobile, rich: 7.00 GB left of 10 GB: enough.\n', problem: '' });
    expect(ask('--guard=5GB --sub-user=near', found)).toMatchObject({ code: 1 });
  });
});

describe('the guard', () => {
  test.each([
    ['88.3GB', 0],
    ['88.31GB', 1],
    ['0.0883TB', 0],
    ['88300MB', 0],
    ['88301mb', 1],
    ['29%', 0],
    ['29.5%', 1],
  ])('%s of 88.3 of 300 GB: %s', (amount, code) => expect(ask(`--guard=${amount}`).code).toBe(code));

  test.each([
    ['near', '1GB', 0, /^main_user, near: 1\.00 GB left of 10 GB: enough/],
    ['near', '1.1GB', 1, /1\.00 GB left of 10 GB: not enough/],
    ['near', '10%', 0, /enough/],
    ['near', '11%', 1, /not enough/],
    ['free', '500GB', 0, /No limit: enough/],
    ['shut', '0GB', 1, /Disabled: not enough/],
    ['quote"\\\n', '1GB', 69, /did not send the figure/],
    ['gone', '1GB', 69, /no sub-user of that name is in the status file\. Raise/],
  ])('a sub-user: %s, %s', (name, amount, code, text) => {
    const asked = ask(`--guard=${amount} --sub-user=${name}`);
    expect(asked.code).toBe(code);
    expect(code === 69 ? asked.problem : asked.answer).toMatch(text);
  });

  test('a blocked sub-user has nothing left, whatever is asked for', () => {
    const subUsers = accountWith().sub_users.map((each) => ({ ...each, status: 'active' as const }));
    const asked = ask('--guard=0GB --sub-user=shut', fileOf(accountWith({ sub_users: subUsers })));
    expect(asked).toMatchObject({ code: 1, answer: 'main_user, shut: Blocked: not enough.\n' });
  });

  test.each([
    ['4m', 0],
    ['3m', 69],
    ['239s', 69],
    ['240s', 0],
    ['4', 0],
    ['1h', 0],
    ['1d', 0],
  ])('figures of four minutes ago, --max-age=%s: %s', (age, code) => {
    expect(ask(`--guard=20GB --max-age=${age}`).code).toBe(code);
  });

  test('a higher age takes what Oxygauge calls outdated, and never a figure from the future', () => {
    const stale = fileOf(accountWith({ state: 'stale' }));
    expect(ask('--guard=20GB --max-age=1d', stale, later(200))).toMatchObject({ code: 0 });
    expect(ask('--guard=20GB --max-age=1d', stale, later(-10))).toMatchObject({ code: 69 });
    expect(ask('--guard=20GB --max-age=1d', fileOf(accountWith(signedOut)))).toMatchObject({ code: 69 });
  });
});

test('--help prints the switches, without a file', () => {
  const asked = ask('--help', { problem: 'missing' });
  expect(asked).toMatchObject({ code: 0, problem: '' });
  for (const word of ['--show', '--guard', '--no-names', '--max-age', 'prometheus'])
    expect(asked.answer).toContain(word);
});

import { describe, expect, test } from 'vitest';
import type { JobOrder, JobView } from '../../../electron/contract/job.ts';
import { createSimulator, demoCredentials } from '../../../electron/oxylabs/simulator/simulator.ts';
import { type Account, openAccountOver } from '../../support/unit/account.ts';
import { FakeClock, whilePassing } from '../../support/unit/fake-clock.ts';
import { signInto } from '../../support/unit/store.ts';

type Answer = (honest: () => Promise<Response>) => Promise<Response>;

/** Opens the app on a network that a test harms: `answers` gives the next answer to a method. */
async function open() {
  const clock = new FakeClock();
  const simulator = createSimulator({ now: clock.now, subUserCount: 12 });
  const answers: { on: RegExp; answer: Answer }[] = [];
  const account = await openAccountOver({
    clock,
    simulator,
    baseUrl: 'https://simulator.invalid/v2',
    async fetch(request) {
      const line = `${request.method} ${new URL(request.url).pathname}`;
      const at = answers.findIndex(({ on }) => on.test(line));
      const { url, method, headers } = request;
      const body = request.body === null ? null : await request.text();
      // Without the signal: a server goes on when the client has given up.
      const honest = () => simulator.fetch(new Request(url, { method, headers, body }));
      const [next] = at === -1 ? [] : answers.splice(at, 1);
      return next === undefined ? honest() : next.answer(honest);
    },
  });
  const { commands } = account.monitor;
  const person = (name: string) =>
    [...simulator.account.people.values()].find(({ username }) => username === name);
  return {
    ...account,
    commands,
    person,
    next: (on: RegExp, answer: Answer) => answers.push({ on, answer }),
    limitOf: (name: string) => person(name)?.limitGb,
    setLimit(name: string, limitGb: number) {
      const found = person(name);
      if (found !== undefined) simulator.account.people.set(found.id, { ...found, limitGb });
    },
    async run(order: JobOrder): Promise<JobView> {
      await commands.startJob(order);
      return ended(account);
    },
  };
}
type Opened = Awaited<ReturnType<typeof open>>;

async function ended({ store, clock }: Pick<Account, 'store' | 'clock'>): Promise<JobView> {
  for (;;) {
    const { job } = store.getState();
    if (job !== null && job.state !== 'running' && job.state !== 'cancelling') return job;
    await clock.pass(250);
    await new Promise((next) => setTimeout(next, 1));
  }
}

/** Carries the request out, and then fails as Chromium would. */
const afterDeed =
  (name: string): Answer =>
  async (honest) => {
    await honest();
    throw netError(name);
  };
const answered =
  (status: number, body = ''): Answer =>
  async (honest) => {
    await honest();
    return new Response(body, { status });
  };
function netError(name: string): TypeError {
  return new TypeError('fetch failed', { cause: new Error(`net::${name}`) });
}

const twice: Answer = async (honest) => {
  await honest();
  return honest();
};

const wanted = {
  username: 'new_one',
  password: 'Abcdefgh_123',
  limitGb: 5,
  lifetime: false,
  disablesAtLimit: true,
};
const planned = { ...wanted, password: null };
const addTo = (account: Opened, gb: number, ...names: string[]): JobOrder => ({
  kind: 'change',
  ids: names.map((name) => account.known(name).id),
  change: { what: 'add', gb },
});

describe('what can have happened decides (row 12)', () => {
  const afterTheDeed: [string, Answer][] = [
    'ERR_NETWORK_IO_SUSPENDED',
    'ERR_INTERNET_DISCONNECTED',
    'ERR_ADDRESS_UNREACHABLE',
    'ERR_SSL_PROTOCOL_ERROR',
    'ERR_SSL_BAD_RECORD_MAC_ALERT',
    'ERR_CONNECTION_RESET',
    'ERR_NETWORK_CHANGED',
  ].map((name) => [name, afterDeed(name)]);
  test.each([
    ...afterTheDeed,
    ['a 421', answered(421)],
    ['a 429', answered(429)],
    ['a page', answered(200, '<html>')],
  ] satisfies [string, Answer][])('%s after the deed is not “not done”', async (_what, answer) => {
    const account = await open();
    account.next(/^POST/, answer);
    const created = await whilePassing(account.clock, account.commands.createSubUser(wanted));
    expect(created).toMatchObject({ failure: { kind: 'unclear-write', done: 'exists' } });
    account.next(/^PATCH/, answer);
    const before = account.known('serp_tracker').limit;
    const view = await account.run(addTo(account, 10, 'serp_tracker'));
    expect(view.results[0]?.outcome).toBe('done');
    expect(before).toEqual({ kind: 'gb', limitGb: 25 });
    expect(account.limitOf('serp_tracker')).toBe(35);
  });

  test.each(['ERR_NAME_NOT_RESOLVED', 'ERR_CONNECTION_REFUSED', 'ERR_CERT_DATE_INVALID'])(
    '%s comes before anything is sent, so nothing is read',
    async (name) => {
      const account = await open();
      account.next(/^POST/, () => Promise.reject(netError(name)));
      expect(await account.commands.createSubUser(wanted)).toMatchObject({
        failure: { kind: 'unreachable' },
      });
      expect(account.requests).toEqual(['POST /sub-users']);
    },
  );

  test('without a token nothing is sent, however the login failed', async () => {
    const account = await open();
    account.simulator.account.expireTokens();
    account.clock.jump(3_600_000);
    account.next(/login$/, () => Promise.reject(netError('ERR_CONNECTION_RESET')));
    expect(await account.commands.createSubUser(wanted)).toMatchObject({ failure: { kind: 'unreachable' } });
    expect(account.requests).toEqual(['POST /login']);
  });
});

describe('another client’s change (row 14)', () => {
  test('is not written over, and is reported', async () => {
    const account = await open();
    account.setLimit('serp_tracker', 500);
    const view = await account.run(addTo(account, 5, 'serp_tracker', 'travel_fares'));
    expect(account.limitOf('serp_tracker')).toBe(500);
    expect(view.results.map(({ outcome }) => outcome)).toEqual(['skipped', 'done']);
    expect(view.results[0]?.reason).toEqual({
      kind: 'changed-meanwhile',
      was: { kind: 'gb', limitGb: 25 },
      now: { kind: 'gb', limitGb: 500 },
    });
  });

  test('is seen in the middle of a long job, too', async () => {
    const account = await open();
    const others = account.roster().filter(({ limit, username }) => limit.kind === 'gb' && username !== 'x');
    const last = others.at(-1)?.username ?? '';
    for (const _row of others.slice(0, 4)) {
      account.next(/^PATCH/, async (honest) => {
        account.clock.jump(3_000);
        account.setLimit(last, 777);
        return honest();
      });
    }
    const view = await account.run(addTo(account, 5, ...others.map(({ username }) => username)));
    expect(account.limitOf(last)).toBe(777);
    expect(view.results.at(-1)?.reason).toMatchObject({ kind: 'changed-meanwhile' });
  });

  test('keeps a sub-user from being deleted', async () => {
    const account = await open();
    account.setLimit('serp_tracker', 500);
    const view = await account.run({ kind: 'delete', ids: [account.known('serp_tracker').id], confirmed: 1 });
    expect(view.results[0]).toMatchObject({ outcome: 'skipped', reason: { kind: 'changed-meanwhile' } });
    expect(account.person('serp_tracker')).toBeDefined();
  });
});

describe('a creation without a clear answer (row 15)', () => {
  test.each([
    ['cut', afterDeed('ERR_CONNECTION_RESET')],
    ['429', answered(429)],
    ['cut and then refused for its name', answered(400)],
  ] satisfies [string, Answer][])(
    '%s: exists, its password is not certain, and is kept',
    async (_how, answer) => {
      const account = await open();
      account.next(/^POST.*sub-users/, answer);
      const view = await account.run({ kind: 'create', subUsers: [planned] });
      expect(view).toMatchObject({ unsavedPasswords: 1, results: [{ outcome: 'uncertain' }] });
      expect(account.requests.filter((line) => line.startsWith('POST'))).toHaveLength(1);
      expect(await account.commands.renewJobPasswords()).toEqual({ ok: true, value: null });
      expect((await ended(account)).results[0]).toMatchObject({ outcome: 'done', reason: null });
      expect(account.requests.filter((line) => line.startsWith('PATCH'))).toHaveLength(1);
    },
  );

  test('the name was taken by another client between the list and the request', async () => {
    const account = await open();
    account.next(/^POST.*sub-users/, twice);
    const view = await account.run({ kind: 'create', subUsers: [planned] });
    expect(view.results[0]?.outcome).toBe('uncertain');
  });
});

describe('limits (row 16)', () => {
  test('are sent without the noise of fractions', async () => {
    const account = await open();
    account.setLimit('serp_tracker', 0.1);
    await account.commands.refresh();
    await account.run(addTo(account, 0.2, 'serp_tracker'));
    expect(account.limitOf('serp_tracker')).toBe(0.3);
  });

  test('that the server rounds count as done', async () => {
    const account = await open();
    account.next(/^PATCH/, async (honest) => {
      await honest();
      account.setLimit('serp_tracker', 3.33);
      throw netError('ERR_CONNECTION_RESET');
    });
    const ids = [account.known('serp_tracker').id];
    const view = await account.run({ kind: 'change', ids, change: { what: 'limit', limitGb: 10 / 3 } });
    expect(view.results[0]?.outcome).toBe('done');
  });
});

describe('a reading and a write (row 17)', () => {
  const names = ({ roster }: Opened) => roster().map(({ username }) => username);

  test('a list asked for before a deletion does not bring the sub-user back', async () => {
    const account = await open();
    const { id } = account.known('serp_tracker');
    account.next(/^GET .*sub-users$/, async (honest) => {
      const early = await honest();
      await account.commands.deleteSubUser({ id });
      return early;
    });
    await account.commands.refresh();
    expect(names(account)).not.toContain('serp_tracker');
    await account.commands.refresh();
    expect(names(account)).not.toContain('serp_tracker');
  });

  test('a list asked for before a creation does not disable the sub-user', async () => {
    const account = await open();
    account.next(/^GET .*sub-users$/, async (honest) => {
      const early = await honest();
      await account.commands.createSubUser(wanted);
      return early;
    });
    await account.commands.refresh();
    expect(account.known('new_one')).toMatchObject({ status: 'active', listed: true });
  });

  test('a list asked for before a change does not take it back', async () => {
    const account = await open();
    const { id } = account.known('serp_tracker');
    account.next(/^GET .*sub-users$/, async (honest) => {
      const early = await honest();
      await account.commands.updateSubUser({ id, changes: { limitGb: 99 }, seen: null });
      return early;
    });
    await account.commands.refresh();
    expect(account.known('serp_tracker').limit).toEqual({ kind: 'gb', limitGb: 99 });
  });

  test('a deletion hides nothing of another account with the same ids', async () => {
    const account = await open();
    const { id } = account.known('serp_tracker');
    const person = account.person('serp_tracker');
    await account.commands.deleteSubUser({ id });
    if (person !== undefined) account.simulator.account.people.set(id, person);
    signInto(account.store, 'another');
    await account.list.readAgain();
    expect(names(account)).toContain('serp_tracker');
  });

  test('what was deleted elsewhere is asked about once, and a 404 forgets it', async () => {
    const account = await open();
    account.simulator.account.people.delete(account.known('serp_tracker').id);
    const disabled = account.person('travel_fares');
    if (disabled === undefined) throw new Error('It is not there.');
    account.simulator.account.listsDisabled = false;
    account.simulator.account.people.set(disabled.id, { ...disabled, status: 'disabled' });
    for (let round = 0; round < 5; round += 1) {
      await account.commands.refresh();
      await account.clock.pass(1_000);
      await new Promise((next) => setTimeout(next, 5));
    }
    expect(names(account)).not.toContain('serp_tracker');
    expect(account.known('travel_fares')).toMatchObject({ status: 'disabled', listed: false });
    const asked = account.requests.filter((line) => /sub-users\/\d+$/.test(line));
    expect(new Set(asked).size).toBe(asked.length);
  });
});

describe('a write that arrives twice (row 18)', () => {
  test.each([
    ['401', answered(401)],
    ['421 in the network stack', twice],
  ] satisfies [string, Answer][])('%s: one sub-user, reported as there', async (_how, answer) => {
    const account = await open();
    account.next(/^POST.*sub-users/, answer);
    const created = await whilePassing(account.clock, account.commands.createSubUser(wanted));
    expect(created).toMatchObject({ failure: { kind: 'unclear-write', done: 'exists' } });
    const made = [...account.simulator.account.people.values()].filter(
      ({ username }) => username === 'new_one',
    );
    expect(made).toHaveLength(1);
  });

  test.each([
    ['PATCH', twice],
    ['DELETE', twice],
  ] satisfies [string, Answer][])('%s: as if once', async (method, answer) => {
    const account = await open();
    account.next(new RegExp(`^${method}`), answer);
    const { id } = account.known('serp_tracker');
    const outcome =
      method === 'PATCH'
        ? await account.run(addTo(account, 10, 'serp_tracker'))
        : await account.commands.deleteSubUser({ id });
    expect(outcome).toMatchObject(method === 'PATCH' ? { results: [{ outcome: 'done' }] } : { ok: true });
    expect(account.limitOf('serp_tracker')).toBe(method === 'PATCH' ? 35 : undefined);
  });
});

describe('a late server (row 19)', () => {
  test.each([500, 3_000, 6_000])('that is done after %i ms is waited for', async (lateMs) => {
    const account = await open();
    const late: Answer = async (honest) => {
      account.clock.after(lateMs, () => void honest());
      throw netError('ERR_CONNECTION_RESET');
    };
    account.next(/^PATCH/, late);
    const { id } = account.known('serp_tracker');
    const changed = await whilePassing(
      account.clock,
      account.commands.updateSubUser({ id, changes: { limitGb: 99 }, seen: null }),
    );
    expect(changed).toMatchObject({ failure: { kind: 'unclear-write', done: 'yes' } });
    account.next(/^POST.*sub-users/, late);
    const view = await account.run({ kind: 'create', subUsers: [planned] });
    expect(view.results[0]?.outcome).toBe('uncertain');
  });
});

describe('a late server and a job', () => {
  test.each([
    [30_000, 'done'],
    [200_000, 'failed'],
  ])('that is done after %i ms: %s in the end, and the task says that it checks', async (lateMs, outcome) => {
    const account = await open();
    account.next(/^PATCH/, async (honest) => {
      account.clock.after(lateMs, () => void honest());
      throw netError('ERR_CONNECTION_RESET');
    });
    const views: boolean[] = [];
    account.store.subscribe(({ job }) => job !== null && views.push(job.checking));
    const view = await account.run(addTo(account, 10, 'serp_tracker'));
    expect(view).toMatchObject({ checking: false, results: [{ outcome }] });
    expect(views).toContain(true);
    expect(account.requests.filter((line) => line.startsWith('PATCH'))).toHaveLength(1);
  });

  test('that deletes in the end: gone, and not taken for a disabled one', async () => {
    const account = await open();
    account.next(/^DELETE/, async (honest) => {
      account.clock.after(30_000, () => void honest());
      throw netError('ERR_CONNECTION_RESET');
    });
    const { id } = account.known('serp_tracker');
    let release = () => {};
    const over = new Promise<void>((done) => {
      release = done;
    });
    account.next(/^GET .*sub-users$/, async (honest) => {
      const early = await honest();
      await over;
      return early;
    });
    const refreshed = account.commands.refresh();
    await account.clock.pass(100);
    const view = await account.run({ kind: 'delete', ids: [id], confirmed: 1 });
    expect(view.results.map(({ outcome }) => outcome)).toEqual(['done']);
    // A list that was asked for before it.
    release();
    await refreshed;
    expect(account.roster().filter((each) => each.id === id)).toEqual([]);
  });

  test('is not waited for where the API refused a name: the list is asked, and that is the last word', async () => {
    const account = await open();
    account.next(/^POST.*sub-users/, async () => new Response('{"error":"Taken"}', { status: 400 }));
    const started = account.clock.now();
    const view = await account.run({ kind: 'create', subUsers: [planned] });
    expect(view.results).toMatchObject([{ outcome: 'failed', reason: { failure: { kind: 'rejected' } } }]);
    expect(account.clock.now() - started).toBeLessThan(15_000);
  });

  test('that is not waited for, because the user cancels: not known, instead of “not done”', async () => {
    const account = await open();
    account.next(/^PATCH/, () => Promise.reject(netError('ERR_CONNECTION_RESET')));
    await account.commands.startJob(addTo(account, 10, 'serp_tracker'));
    const started = account.clock.now();
    while (account.clock.now() - started < 10_000) {
      await account.clock.pass(250);
      await new Promise((next) => setTimeout(next, 1));
    }
    expect(account.store.getState().job).toMatchObject({ state: 'running', checking: true });
    await account.commands.cancelJob();
    expect(await ended(account)).toMatchObject({ results: [{ outcome: 'unknown' }] });
    expect(account.clock.now() - started).toBeLessThan(15_000);
  });
});

describe('a job that the end of the session stops', () => {
  const stops: [string, (account: Opened) => void][] = [
    ['the user signs out', (account) => void account.commands.signOut()],
    [
      'Oxylabs refuses the token',
      ({ simulator }) => simulator.faults.add({ fault: { kind: 'refuse', status: 401 }, on: /^PATCH/ }),
    ],
  ];

  test.each(stops)(
    '%s: the account continues it at its next sign-in, each change once',
    async (_why, stop) => {
      const account = await open();
      const order = account.roster().filter(({ limit }) => limit.kind === 'gb');
      const before = new Map(order.map(({ username }) => [username, account.limitOf(username) ?? 0]));
      for (const answer of [1, 2, 3, 4]) {
        account.next(/^PATCH/, async (honest) => {
          const response = await honest();
          if (answer === 4) stop(account);
          return response;
        });
      }
      await account.commands.startJob(addTo(account, 5, ...before.keys()));
      const until = async (is: () => boolean) => {
        while (!is()) await whilePassing(account.clock, Promise.resolve());
      };
      await until(() => account.store.getState().session.kind === 'signed-out');
      for (let turn = 0; turn < 50; turn += 1) await whilePassing(account.clock, Promise.resolve());
      account.simulator.faults.clear();
      const { username, password } = demoCredentials;
      expect(await account.commands.signIn({ username, password })).toMatchObject({ ok: true });
      await until(() => account.store.getState().job?.state === 'interrupted');
      expect(account.store.getState().job?.results.map(({ outcome }) => outcome)).toContain('not-sent');
      await whilePassing(account.clock, account.commands.continueJob());
      expect((await ended(account)).state).toBe('ended');
      for (const [name, limitGb] of before) expect(account.limitOf(name), name).toBe(limitGb + 5);
    },
  );
});

test('while the list cannot be read nothing is sent, and the job is continued later', async () => {
  const account = await open();
  account.next(/^PATCH/, async (honest) => {
    account.clock.jump(3_000);
    account.simulator.faults.add({ fault: { kind: 'refuse', status: 403 }, on: /sub-users$/ });
    return honest();
  });
  const order = addTo(
    account,
    5,
    ...account.roster().flatMap(({ username, limit }) => (limit.kind === 'gb' ? [username] : [])),
  );
  const view = await account.run(order);
  expect(view.state).toBe('interrupted');
  expect(new Set(view.results.map(({ outcome }) => outcome))).toEqual(new Set(['done', 'not-sent']));
  account.simulator.faults.clear();
  expect(await whilePassing(account.clock, account.commands.continueJob())).toMatchObject({ ok: true });
  const continued = await ended(account);
  expect(continued.state).toBe('ended');
  expect(new Set(continued.results.map(({ outcome }) => outcome))).toEqual(new Set(['done']));
  expect(account.limitOf('serp_tracker')).toBe(30);
});

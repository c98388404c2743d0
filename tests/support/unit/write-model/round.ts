import type { BulkChange, JobOrder } from '../../../../electron/contract/job.ts';
import { FakeClock } from '../fake-clock.ts';
import { seeded } from '../seeded.ts';
import { Computer } from './computer.ts';
import { addedGb, type Counts, fixedGb, seenGb } from './counts.ts';
import { judge, judgeInterrupted } from './judge.ts';
import { ModelService } from './service.ts';

const mostKills = 7;
const longestLifePoints = 38;
const mostSteps = 4_000;

/**
 * Plays one order on one or two computers, with kills between any two writes and requests, and compares what is reported with
 * what the service knows.
 */
export async function playRound(seed: number, counts: Counts): Promise<void> {
  const random = seeded(seed);
  const clock = new FakeClock();
  const service = new ModelService(clock, random, 5 + Math.floor(random() * 6));
  const order = anOrder(random, service);
  const names = order.kind === 'create' && random() < 0.4 ? ['one', 'two'] : ['one'];
  const computers = names.map((name) => new Computer({ name, service, clock, random }));
  for (const computer of computers) {
    if (random() < 0.1) computer.keychain.behave = 'none';
    await computer.start(Number.POSITIVE_INFINITY);
  }
  await clock.pass(1_000);
  // The user sees these figures. What others change from now on must not be written over.
  for (const person of service.people.values()) person.limitGb = seenGb;
  service.edits.length = 0;
  for (const computer of computers) await computer.run.monitor.commands.refresh();
  const drives = computers.map((computer) => drive(computer, order, random, names.length === 1));
  for (let step = 0; drives.length > 0 && step < mostSteps; step += 1) {
    for (const next of [...drives]) {
      const { value, done } = await next.next();
      if (value instanceof Computer) judgeInterrupted(value.job(), service, value, counts);
      if (done) drives.splice(drives.indexOf(next), 1);
    }
    await clock.pass(250);
  }
  for (const computer of computers) {
    if (drives.length > 0) counts.notes.push(`seed ${seed}: ${computer.name} does not end`);
    counts.wrong += drives.length;
    await judge(order, computer, service, counts, `seed ${seed} ${computer.name}`);
    counts.kills += computer.kills;
    computer.run.monitor.stop();
  }
  counts.rounds += 1;
}

function anOrder(random: () => number, service: ModelService): JobOrder {
  const ids = [...service.people.keys()].slice(1);
  const kind = random();
  if (kind < 0.45) {
    const subUsers = Array.from({ length: 3 + Math.floor(random() * 6) }, (_, index) => ({
      username: `new_${index}`,
      password: null,
      limitGb: 5,
      lifetime: false,
      disablesAtLimit: true,
    }));
    return { kind: 'create', subUsers };
  }
  if (kind < 0.6) return { kind: 'delete', ids, confirmed: ids.length };
  const change: BulkChange = kind < 0.85 ? { what: 'add', gb: addedGb } : { what: 'limit', limitGb: fixedGb };
  return { kind: 'change', ids, change };
}

/**
 * Orders, is killed, starts again, continues, and sets new passwords where they are not certain, a step at a time. Yields the
 * computer after each start.
 */
async function* drive(
  computer: Computer,
  order: JobOrder,
  random: () => number,
  renews: boolean,
): AsyncGenerator<Computer | null, void> {
  let killsLeft = Math.floor(random() * (mostKills + 1));
  let renewed = !renews || random() < 0.5;
  const restart = async () => {
    const points = killsLeft > 0 ? Math.floor(random() * longestLifePoints) : Number.POSITIVE_INFINITY;
    killsLeft -= 1;
    await computer.start(points);
  };
  await restart();
  for (;;) {
    if (computer.dead) {
      await restart();
      yield computer;
    }
    const job = computer.job();
    const { commands } = computer.run.monitor;
    // Not begun: the list could not be read, or a kill came before the order was on disk. Nothing was sent then.
    if (job === null) computer.order(order);
    else if (job.state === 'interrupted') void commands.continueJob();
    else if (job.state !== 'running' && job.state !== 'cancelling' && !computer.dead) {
      if (renewed || !job.results.some(({ outcome }) => outcome === 'uncertain')) return;
      renewed = true;
      void commands.renewJobPasswords();
    }
    yield null;
  }
}

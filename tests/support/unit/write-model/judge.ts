import type { JobOrder, JobResult, JobView } from '../../../../electron/contract/job.ts';
import type { Computer } from './computer.ts';
import { addedGb, type Counts, fixedGb, momentMs } from './counts.ts';
import type { Deed, ModelService } from './service.ts';

/** Counts what the next start says wrongly about an interrupted job, before it continues. */
export function judgeInterrupted(
  job: JobView | null,
  service: ModelService,
  computer: Computer,
  counts: Counts,
): void {
  if (job?.state !== 'interrupted') return;
  for (const result of job.results) {
    const { username, outcome, reason } = result;
    const did = deedsOf(service, computer, job, username).length > 0;
    const notSent = outcome === 'not-sent' && reason?.kind === 'interrupted';
    if ((outcome === 'done' && !did) || (notSent && did)) {
      counts.wrong += 1;
      counts.notes.push(`interrupted: ${JSON.stringify(result)}, did: ${did}`);
    }
  }
}

/** Compares the results of a job that is over with what the service knows. */
export async function judge(
  order: JobOrder,
  computer: Computer,
  service: ModelService,
  counts: Counts,
  where: string,
): Promise<void> {
  const job = computer.job();
  if (job === null) return;
  const reported = await reportedPasswords(computer);
  job.results.forEach((result, row) => {
    counts.rows += 1;
    if (result.outcome !== 'not-sent') counts[result.outcome] += 1;
    const deeds = deedsOf(service, computer, job, result.username);
    const faults = [
      ...faultsOfOutcome(order, result, deeds, service),
      ...(order.kind === 'change' ? faultsOfChange(order, result, deeds, service, computer) : []),
      ...(order.kind === 'create'
        ? faultsOfPassword(result, deeds, service, reported[row] ?? [], computer)
        : []),
    ];
    for (const [what, why] of faults) {
      counts[what] += 1;
      counts.notes.push(`${where} ${what}: ${JSON.stringify(result)} ${why}`);
    }
  });
}

type Fault = ['doubled' | 'lost' | 'wrong' | 'overwritten', string];

function deedsOf(service: ModelService, { name }: Computer, job: JobView, username: string): Deed[] {
  const { kind } = job.task;
  const what = kind === 'change' ? 'update' : kind;
  return service.deeds.filter((deed) => deed.by === name && deed.what === what && deed.username === username);
}

function faultsOfOutcome(
  order: JobOrder,
  { username, outcome, reason }: JobResult,
  deeds: readonly Deed[],
  service: ModelService,
): Fault[] {
  const did = deeds.length > 0;
  const faults: Fault[] = [];
  if (['failed', 'not-sent', 'skipped'].includes(outcome) && did) faults.push(['wrong', 'it was done']);
  if (outcome === 'done' && !did && order.kind !== 'delete') faults.push(['wrong', 'it was not done']);
  if (outcome === 'done' && order.kind === 'delete' && service.byName(username) !== undefined)
    faults.push(['wrong', 'it is there']);
  if (outcome === 'uncertain' && service.byName(username) === undefined)
    faults.push(['wrong', 'it is not there']);
  if (deeds.length > 1 && order.kind !== 'change') faults.push(['doubled', JSON.stringify(deeds)]);
  if (reason?.kind === 'interrupted') faults.push(['wrong', 'it was not continued']);
  return faults;
}

function faultsOfChange(
  order: Extract<JobOrder, { kind: 'change' }>,
  { username }: JobResult,
  deeds: readonly Deed[],
  service: ModelService,
  { seen, orderedAt }: Computer,
): Fault[] {
  const target = order.change.what === 'add' ? (seen.get(username) ?? Number.NaN) + addedGb : fixedGb;
  return deeds.flatMap(({ sentAt, before, after }): Fault[] => {
    if (after !== target) return [['doubled', `${before} to ${after}, not ${target}`]];
    const known = service.edits.some(
      (edit) => edit.username === username && edit.at > orderedAt && edit.at < sentAt - momentMs,
    );
    return known && before !== after ? [['overwritten', `${before} by ${after}`]] : [];
  });
}

/** Compares the password that is reported with the one that the service has. */
function faultsOfPassword(
  { username, outcome }: JobResult,
  deeds: readonly Deed[],
  service: ModelService,
  reported: readonly string[],
  { keychain }: Computer,
): Fault[] {
  const person = service.byName(username);
  if (person === undefined) return [];
  if (outcome === 'done' && (reported.length !== 1 || reported[0] !== person.password))
    return [['wrong', `password ${person.password}, reported ${reported.join()}`]];
  // Without a keyring a password ends with the run, and then it is reported as not certain.
  const lost = deeds.length > 0 && !reported.includes(person.password) && keychain.behave === 'well';
  return lost ? [['lost', `password ${person.password}, reported ${reported.join()}`]] : [];
}

/** Saves the report as the user does, and returns the passwords of each row. */
async function reportedPasswords({ run }: Computer): Promise<string[][]> {
  await run.monitor.commands.saveJobResults();
  const [heading = '', ...lines] = run.desktop.saved.at(-1)?.text.trim().split('\r\n') ?? [];
  if (!heading.endsWith('Password')) return [];
  return lines.map((line) => (line.split(',').at(-1) ?? '').split(' or ').filter((each) => each !== ''));
}

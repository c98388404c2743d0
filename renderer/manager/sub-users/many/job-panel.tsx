import { useState } from 'react';
import { Button, Label, ProgressBar } from 'react-aria-components';
import type { JobView } from '../../../../electron/contract/job.ts';
import { formatDuration } from '../../../../electron/contract/time-text.ts';
import { bridge } from '../../../state/bridge.ts';
import { useMirror } from '../../../state/mirror.ts';
import { useNow } from '../../../state/now.ts';
import { JobResults } from './job-results.tsx';

/** The task that takes many requests: how far it is, and how it ended. It goes on without the window. */
export function JobPanel() {
  const job = useMirror((mirror) => mirror.job) ?? null;
  const [looking, setLooking] = useState(false);
  if (job === null) return null;
  const running = job.state === 'running' || job.state === 'cancelling';
  return (
    <section className="job" aria-label="Task">
      {running ? <Running job={job} /> : <Ended job={job} onLook={() => setLooking(true)} />}
      {looking && !running && <JobResults job={job} onClose={() => setLooking(false)} />}
    </section>
  );
}

function Running({ job }: { job: JobView }) {
  const { total, finished, failed, state } = job;
  return (
    <>
      <ProgressBar
        className="progress"
        value={finished}
        maxValue={Math.max(total, 1)}
        valueLabel={`${finished} of ${total}`}
      >
        <Label>{job.title}</Label>
        <span className="hint">
          {finished} of {total}
          {failed > 0 && `, ${failed} failed`}
          <Rest job={job} />
        </span>
        <div className="bar" aria-hidden="true">
          <div className="bar-fill" style={{ width: `${(100 * finished) / Math.max(total, 1)}%` }} />
        </div>
      </ProgressBar>
      <Button
        className="button"
        isDisabled={state === 'cancelling'}
        onPress={() => void bridge.command('cancelJob', null)}
      >
        {state === 'cancelling' ? 'Cancelling…' : 'Cancel'}
      </Button>
    </>
  );
}

function Rest({ job: { waitsUntil, remainingMs } }: { job: JobView }) {
  const now = useNow();
  if (waitsUntil !== null && waitsUntil > now) {
    return `. Oxylabs asks to wait ${formatDuration(waitsUntil - now)}`;
  }
  return remainingMs === null ? null : `, about ${formatDuration(remainingMs)} left`;
}

const endings: Record<JobView['state'], string> = {
  running: '',
  cancelling: '',
  ended: '',
  cancelled: 'Cancelled. ',
  'signed-out': 'Stopped: signed out. ',
};

function Ended({ job, onLook }: { job: JobView; onLook: () => void }) {
  const count = (outcome: JobView['results'][number]['outcome']) =>
    job.results.filter((each) => each.outcome === outcome).length;
  const parts = [
    [count('done'), 'done'],
    [count('failed'), 'failed'],
    [count('unknown'), 'unknown'],
    [count('skipped'), 'skipped'],
    [count('not-sent'), 'not sent'],
  ] as const;
  const told = parts.filter(([number]) => number > 0).map(([number, name]) => `${number} ${name}`);
  return (
    <>
      <p className="job-end" role="status">
        <strong>{job.title}</strong>
        <span className="hint">
          {endings[job.state]}
          {told.join(', ')}
        </span>
      </p>
      <Button className="button" onPress={onLook}>
        Show results
      </Button>
      {job.unsavedPasswords === 0 && (
        <Button className="button" onPress={() => void bridge.command('closeJob', null)}>
          Close
        </Button>
      )}
    </>
  );
}

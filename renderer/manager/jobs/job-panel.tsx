import { useState } from 'react';
import { Button, useLocale } from 'react-aria-components';
import type { JobView } from '../../../electron/contract/job.ts';
import { jobEnding, jobEndTitle, jobProgress, jobRestText, jobTitle } from '../../../electron/text/job.ts';
import { say } from '../../../electron/text/say.ts';
import { bridge } from '../../state/bridge.ts';
import { useCommand } from '../../state/command.ts';
import { useNow } from '../../state/now.ts';
import { useMirror } from '../mirror.ts';
import { FailureBanner } from '../ui/failure-banner.tsx';
import { Progress } from '../ui/progress.tsx';
import { useHold } from '../ui/use-hold.ts';
import { JobResults } from './job-results.tsx';

/** Shows the running job with its progress, and then its results. The job runs without the window too. */
export function JobPanel() {
  const job = useMirror((mirror) => mirror.job);
  const [looking, setLooking] = useState(false);
  // The results say what closing the window would lose, and offer to save it.
  useHold((job?.unsavedPasswords ?? 0) > 0, () => setLooking(true));
  if (job === null) return null;
  const running = job.state === 'running' || job.state === 'cancelling';
  return (
    <section className="job" aria-label={say('job.task')}>
      {running ? <Running job={job} /> : <Ended job={job} onLook={() => setLooking(true)} />}
      {looking && !running && <JobResults job={job} onClose={() => setLooking(false)} />}
    </section>
  );
}

function Running({ job }: { job: JobView }) {
  const { task, total, finished, state, waitsUntil, remainingMs, checking } = job;
  const now = useNow();
  const { locale } = useLocale();
  return (
    <>
      <Progress
        label={jobTitle(task, total, locale)}
        value={finished}
        total={total}
        text={jobProgress(job, locale)}
        rest={jobRestText(waitsUntil === null ? 0 : waitsUntil - now, remainingMs, checking)}
      />
      <Button
        className="button"
        isDisabled={state === 'cancelling'}
        onPress={() => void bridge.command('cancelJob', null)}
      >
        {state === 'cancelling' ? say('action.cancelling') : say('action.cancel')}
      </Button>
    </>
  );
}

function Ended({ job, onLook }: { job: JobView; onLook: () => void }) {
  const { locale } = useLocale();
  const resume = useCommand('continueJob');
  const interrupted = job.state === 'interrupted';
  return (
    <>
      <p className="job-end" role="status">
        <strong>{jobEndTitle(job, locale)}</strong>
        <span className="hint">{jobEnding(job, locale)}</span>
        {interrupted && <span className="hint">{say('job.continueHint')}</span>}
      </p>
      <FailureBanner failure={resume.failure} />
      {interrupted && (
        <Button className="button primary" isPending={resume.running} onPress={() => void resume.run(null)}>
          {say('job.continue')}
        </Button>
      )}
      <Button className="button" onPress={onLook}>
        {say('job.showResults')}
      </Button>
      {job.unsavedPasswords === 0 && (
        <Button className="button" onPress={() => void bridge.command('closeJob', null)}>
          {say('action.close')}
        </Button>
      )}
    </>
  );
}

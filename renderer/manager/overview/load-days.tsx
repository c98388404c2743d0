import { Button, useLocale } from 'react-aria-components';
import type { JobView } from '../../../electron/contract/job.ts';
import { loadCostText } from '../../../electron/text/overview.ts';
import { say } from '../../../electron/text/say.ts';
import { formatAge } from '../../../electron/text/time.ts';
import { formatNumber } from '../../../electron/text/traffic.ts';
import { bridge } from '../../state/bridge.ts';
import { useCommand } from '../../state/command.ts';
import { useNow } from '../../state/now.ts';
import { useMirror } from '../mirror.ts';
import { FailureBanner } from '../ui/failure-banner.tsx';
import { Progress } from '../ui/progress.tsx';

/** Offers to load this month's days of all sub-users: what it costs before, and how far it is while it runs. */
export function LoadDays() {
  const job = useMirror((mirror) => mirror.job);
  const total = useMirror((mirror) => mirror.nearest.total);
  const loaded = useMirror((mirror) => mirror.monthDays);
  const { locale } = useLocale();
  const now = useNow();
  const start = useCommand('startJob');
  if (total === null || total === 0) return null;
  if (job !== null && isLoadingDays(job)) {
    return (
      <div className="load-days">
        <Progress
          label={say('overview.loadProgress')}
          value={job.finished}
          total={job.total}
          text={say('overview.loadDone', {
            done: formatNumber(job.finished, locale),
            total: formatNumber(job.total, locale),
          })}
        />
        <Button
          className="button"
          isDisabled={job.state === 'cancelling'}
          onPress={() => void bridge.command('cancelJob', null)}
        >
          {job.state === 'cancelling' ? say('action.cancelling') : say('action.cancel')}
        </Button>
      </div>
    );
  }
  return (
    <div className="load-days">
      <Button
        className="button"
        isPending={start.running}
        onPress={() => void start.run({ kind: 'month-days' })}
      >
        {say('overview.loadDays')}
      </Button>
      <span className="hint">{loadCostText(total, locale)}</span>
      {loaded !== null && <span className="hint">{loadedText(loaded, now, locale)}</span>}
      <FailureBanner failure={start.failure} />
    </div>
  );
}

/** Returns whether a job loads daily traffic at present. Its results are shown as those of every other job. */
export function isLoadingDays({ task, state }: JobView): boolean {
  return task.kind === 'month-days' && (state === 'running' || state === 'cancelling');
}

function loadedText({ readAt, missing }: { readAt: number; missing: number }, now: number, locale: string) {
  const age = formatAge(readAt, now);
  return missing === 0
    ? say('overview.loaded', { age })
    : say('overview.loadedMissing', { age, count: missing }, locale);
}

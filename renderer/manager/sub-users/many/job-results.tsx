import { Button } from 'react-aria-components';
import { describeFailure } from '../../../../electron/contract/failure-text.ts';
import type { JobResult, JobView } from '../../../../electron/contract/job.ts';
import { bridge } from '../../../state/bridge.ts';
import { useCommand } from '../../../state/command.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { Notice } from '../../../ui/notice.tsx';

const outcomes: Record<JobResult['outcome'], string> = {
  done: 'Done',
  skipped: 'Skipped',
  failed: 'Failed',
  unknown: 'Unknown',
  'not-sent': 'Not sent',
};
/** What went wrong comes first. */
const order: JobResult['outcome'][] = ['unknown', 'failed', 'not-sent', 'skipped', 'done'];
/** All of them are in the CSV. */
const mostShown = 500;

/** How it went for each sub-user, and the way to keep it. */
export function JobResults({ job, onClose }: { job: JobView; onClose: () => void }) {
  const save = useCommand('saveJobReport');
  const sorted = [...job.results].sort(
    (one, other) => order.indexOf(one.outcome) - order.indexOf(other.outcome),
  );
  const { unsavedPasswords } = job;

  async function close() {
    onClose();
    await bridge.command('closeJob', null);
  }

  return (
    <Dialog title={job.title} onClose={onClose} wide>
      {unsavedPasswords > 0 && (
        <Notice tone="warning">
          <p>
            {unsavedPasswords === 1
              ? 'One password was made. It is in the CSV alone: Oxylabs never tells it again,'
              : `${unsavedPasswords} passwords were made. They are in the CSV alone: Oxylabs never tells them again,`}{' '}
            and Oxygauge keeps none. Whoever can read that file can use these sub-users.
          </p>
        </Notice>
      )}
      <div className="results">
        <table aria-label="Results">
          <thead>
            <tr>
              <th scope="col">Username</th>
              <th scope="col">Result</th>
              <th scope="col">Why</th>
            </tr>
          </thead>
          <tbody>
            {sorted.slice(0, mostShown).map(({ username, outcome, detail }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a name may come twice, and the order stays.
              <tr key={index} className={outcome}>
                <td>
                  <bdi>{username}</bdi>
                </td>
                <td>{outcomes[outcome]}</td>
                <td>{detail}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {sorted.length > mostShown && (
          <p className="hint">And {sorted.length - mostShown} more, in the CSV.</p>
        )}
      </div>
      {save.failure !== null && (
        <Notice tone="error">
          <p>{describeFailure(save.failure)}</p>
        </Notice>
      )}
      <div className="dialog-foot">
        <Button className="button" onPress={() => void close()}>
          {unsavedPasswords > 0 ? 'Discard passwords and close' : 'Close'}
        </Button>
        <Button className="button primary" isPending={save.running} onPress={() => void save.run(null)}>
          Save results as CSV
        </Button>
      </div>
    </Dialog>
  );
}

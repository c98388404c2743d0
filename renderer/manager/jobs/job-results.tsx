import { useState } from 'react';
import { Button, useLocale } from 'react-aria-components';
import type { JobResult, JobView } from '../../../electron/contract/job.ts';
import { jobEndTitle, reasonText } from '../../../electron/text/job.ts';
import { say } from '../../../electron/text/say.ts';
import { bridge } from '../../state/bridge.ts';
import { useCommand } from '../../state/command.ts';
import { Message } from '../../ui/message.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { Dialog, DialogFoot } from '../ui/dialog.tsx';
import { FailureBanner } from '../ui/failure-banner.tsx';

/** Failures come first. */
const order: JobResult['outcome'][] = ['uncertain', 'unknown', 'failed', 'not-sent', 'skipped', 'done'];
/** The CSV has all results. */
const mostShown = 500;

/** Shows the result for each sub-user, and saves them as CSV. */
export function JobResults({ job, onClose }: { job: JobView; onClose: () => void }) {
  const save = useCommand('saveJobResults');
  const renew = useCommand('renewJobPasswords');
  const keep = useCommand('keepJobPasswords');
  const [said, setSaid] = useState('');
  const { locale } = useLocale();
  const sorted = [...job.results].sort(
    (one, other) => order.indexOf(one.outcome) - order.indexOf(other.outcome),
  );
  const { unsavedPasswords } = job;
  const uncertain = job.results.filter(({ outcome }) => outcome === 'uncertain').length;
  const renews = uncertain > 0 && job.state !== 'interrupted';

  async function close() {
    onClose();
    await bridge.command('closeJob', null);
  }

  async function keepPasswords() {
    const outcome = await keep.run(null);
    if (!outcome.ok) return;
    const { kept, left, lasts } = outcome.value;
    setSaid(lasts ? say('job.keptPasswords', { kept, left }, locale) : say('job.keptThisRun'));
  }

  return (
    <Dialog title={jobEndTitle(job, locale)} onClose={onClose} wide>
      {unsavedPasswords > 0 && (
        <Message tone="warning" text={say('job.unsavedPasswords', { count: unsavedPasswords }, locale)} />
      )}
      {renews && <Message tone="warning" text={say('job.uncertain', { count: uncertain }, locale)} />}
      <DataTable
        label={say('job.results')}
        headings={[say('job.username'), say('job.result'), say('job.why')]}
        more={
          sorted.length > mostShown
            ? say('job.moreInCsv', { count: sorted.length - mostShown }, locale)
            : null
        }
        scrolls
      >
        {sorted.slice(0, mostShown).map(({ username, outcome, reason }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a name may come twice, and the order stays.
          <tr key={index} className={outcome}>
            <td>
              <bdi>{username}</bdi>
            </td>
            <td>{say(`job.outcome.${outcome}`)}</td>
            <td>{reasonText(reason, locale)}</td>
          </tr>
        ))}
      </DataTable>
      <p role="status" className="hint">
        {said}
      </p>
      <FailureBanner failure={save.failure ?? renew.failure ?? keep.failure} />
      <DialogFoot>
        <Button className="button" onPress={() => void close()}>
          {unsavedPasswords > 0 ? say('job.discard') : say('action.close')}
        </Button>
        {renews && (
          <Button className="button" isPending={renew.running} onPress={() => void renew.run(null)}>
            {say('job.renewPasswords')}
          </Button>
        )}
        {unsavedPasswords > 0 && (
          <Button className="button" isPending={keep.running} onPress={() => void keepPasswords()}>
            {say('job.keepPasswords')}
          </Button>
        )}
        <Button className="button primary" isPending={save.running} onPress={() => void save.run(null)}>
          {say('job.saveResults')}
        </Button>
      </DialogFoot>
    </Dialog>
  );
}

import { type FormEvent, useState } from 'react';
import { Button } from 'react-aria-components';
import { describeFailure } from '../../../../electron/contract/failure-text.ts';
import type { JobOrder } from '../../../../electron/contract/job.ts';
import type { SubUser } from '../../../../electron/contract/sub-user.ts';
import { useCommand } from '../../../state/command.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { Figure } from '../../../ui/figure.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { BytesQuestion } from '../bytes-question.tsx';
import { doubtfulGb } from '../doubtful.ts';
import { DeleteFigure, LimitFigure, Names } from './many-figures.tsx';
import type { ManyAction } from './selection-bar.tsx';

type ManyDialogProps = { action: ManyAction; subUsers: readonly SubUser[]; onClose: () => void };

/**
 * Says what will be done with how many, takes the figure that is needed, and begins the job. Its button stays enabled: a
 * number field tells its figure when it is left, which the press on the button is.
 */
export function ManyDialog({ action, subUsers, onClose }: ManyDialogProps) {
  const [figure, setFigure] = useState(Number.NaN);
  const [unlimited, setUnlimited] = useState(false);
  const [questioned, setQuestioned] = useState<number | null>(null);
  // It stays until the next press: what goes away while the field is left would move the button under the pointer.
  const [incomplete, setIncomplete] = useState(false);
  const start = useCommand('startJob');
  const order = orderOf(action, subUsers, { figure, unlimited });

  async function submit(event: FormEvent) {
    event.preventDefault();
    setIncomplete(order === null);
    if (order === null || start.running) return;
    const takesGb = action === 'limit' || action === 'add';
    if (takesGb && !unlimited && figure >= doubtfulGb && questioned !== figure) {
      setQuestioned(figure);
      return;
    }
    const outcome = await start.run(order);
    if (outcome.ok) onClose();
  }

  const title = titles[action](subUsers.length);
  return (
    <Dialog title={`${title}?`} onClose={onClose} role={action === 'delete' ? 'alertdialog' : 'dialog'}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Names subUsers={subUsers} />
        {action === 'limit' && (
          <LimitFigure
            figure={figure}
            onFigure={setFigure}
            unlimited={unlimited}
            onUnlimited={setUnlimited}
          />
        )}
        {action === 'add' && (
          <Figure
            label="GB to add"
            hint="Each one’s own limit grows by so much. Unlimited ones stay as they are."
            value={figure}
            onChange={setFigure}
          />
        )}
        {action === 'delete' && <DeleteFigure subUsers={subUsers} figure={figure} onFigure={setFigure} />}
        {action === 'disable' && <p>Whatever runs under their names stops working at once.</p>}
        {questioned !== null && questioned === figure && <BytesQuestion limitGb={questioned} />}
        {incomplete && (
          <Notice tone="error">
            <p>{action === 'delete' ? 'That is not their number.' : 'Enter the number of GB.'}</p>
          </Notice>
        )}
        {start.failure !== null && (
          <Notice tone="error">
            <p>{describeFailure(start.failure)}</p>
          </Notice>
        )}
        <div className="dialog-foot">
          <Button className="button" onPress={onClose}>
            Cancel
          </Button>
          <Button
            type="submit"
            className={`button ${action === 'delete' ? 'danger' : 'primary'}`}
            isPending={start.running}
          >
            {title}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

const plural = (count: number) => (count === 1 ? '1 sub-user' : `${count} sub-users`);
const titles: Record<ManyAction, (count: number) => string> = {
  limit: (count) => `Set the limit of ${plural(count)}`,
  add: (count) => `Add GB to ${plural(count)}`,
  enable: (count) => `Enable ${plural(count)}`,
  disable: (count) => `Disable ${plural(count)}`,
  'disable-at-limit': (count) => `Disable ${plural(count)} at the limit`,
  'run-beyond-limit': (count) => `Let ${plural(count)} run beyond the limit`,
  delete: (count) => `Delete ${plural(count)}`,
};

type Figures = { figure: number; unlimited: boolean };

/** What is asked of main; null while a figure is missing or wrong. */
function orderOf(
  action: ManyAction,
  subUsers: readonly SubUser[],
  { figure, unlimited }: Figures,
): JobOrder | null {
  const ids = subUsers.map(({ id }) => id);
  switch (action) {
    case 'limit':
      if (!unlimited && Number.isNaN(figure)) return null;
      return { kind: 'change', ids, change: { what: 'limit', limitGb: unlimited ? null : figure } };
    case 'add':
      return figure > 0 ? { kind: 'change', ids, change: { what: 'add', gb: figure } } : null;
    case 'enable':
      return { kind: 'change', ids, change: { what: 'status', status: 'active' } };
    case 'disable':
      return { kind: 'change', ids, change: { what: 'status', status: 'disabled' } };
    case 'disable-at-limit':
      return { kind: 'change', ids, change: { what: 'disables-at-limit', disablesAtLimit: true } };
    case 'run-beyond-limit':
      return { kind: 'change', ids, change: { what: 'disables-at-limit', disablesAtLimit: false } };
    case 'delete':
      return figure === ids.length ? { kind: 'delete', ids, confirmed: figure } : null;
  }
}

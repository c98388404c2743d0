import { useState } from 'react';
import { useLocale } from 'react-aria-components';
import type { JobOrder } from '../../../../electron/contract/job.ts';
import type { SubUser } from '../../../../electron/contract/sub-user.ts';
import type { BulkAction } from '../../../../electron/text/bulk.ts';
import { say } from '../../../../electron/text/say.ts';
import { useCommand } from '../../../state/command.ts';
import { Message } from '../../../ui/message.tsx';
import { FailureBanner } from '../../ui/failure-banner.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { useBytesQuestion } from '../use-bytes-question.tsx';
import { DeleteFigure, LimitFigure, Names } from './bulk-fields.tsx';
import type { LimitChange } from './limit-preview.ts';
import { LimitPreview } from './limit-preview-table.tsx';

type BulkDialogProps = { action: BulkAction; subUsers: readonly SubUser[]; onClose: () => void };

/**
 * Names the action and its sub-users, takes the figure that it needs, and starts the job. Its button is always enabled,
 * because a number field commits on blur, which is the press on the button.
 */
export function BulkDialog({ action, subUsers, onClose }: BulkDialogProps) {
  const [figure, setFigure] = useState(Number.NaN);
  const [typed, setTyped] = useState(Number.NaN);
  const [unlimited, setUnlimited] = useState(false);
  // Kept until the next press: hiding it on blur would move the button under the pointer.
  const [incomplete, setIncomplete] = useState(false);
  const { locale } = useLocale();
  const start = useCommand('startJob');
  const takesGb = (action === 'limit' || action === 'add') && !unlimited;
  const bytes = useBytesQuestion(takesGb ? figure : null, setFigure);
  const order = orderOf(action, subUsers, { figure, unlimited });

  async function submit() {
    setIncomplete(order === null);
    if (order === null || start.running) return;
    if (bytes.asks()) return;
    const outcome = await start.run(order);
    if (outcome.ok) onClose();
  }

  const take = (next: number) => {
    setFigure(next);
    setTyped(next);
  };
  const change = limitChangeOf(action, typed, unlimited);
  const counted = [{ count: subUsers.length }, locale] as const;
  return (
    <FormDialog
      title={say(`bulk.question.${action}`, ...counted)}
      submit={say(`bulk.title.${action}`, ...counted)}
      onSubmit={submit}
      onClose={onClose}
      isPending={start.running}
      isDangerous={action === 'delete'}
      isDirty={unlimited || !Number.isNaN(typed)}
      wide={action === 'limit' || action === 'add'}
    >
      {change === null && <Names subUsers={subUsers} />}
      {action === 'limit' && (
        <LimitFigure
          figure={figure}
          onFigure={take}
          onType={setTyped}
          unlimited={unlimited}
          onUnlimited={setUnlimited}
        />
      )}
      {action === 'add' && (
        <NumberField
          label={say('bulk.gbToAdd')}
          hint={say('bulk.gbToAddHint')}
          value={figure}
          onChange={take}
          onType={setTyped}
        />
      )}
      {change !== null && <LimitPreview subUsers={subUsers} change={change} />}
      {action === 'delete' && <DeleteFigure subUsers={subUsers} figure={figure} onFigure={take} />}
      {action === 'disable' && <p>{say('bulk.disable')}</p>}
      {bytes.question}
      {incomplete && (
        <Message tone="error" text={action === 'delete' ? say('bulk.wrongCount') : say('bulk.gbMissing')} />
      )}
      <FailureBanner failure={start.failure} />
    </FormDialog>
  );
}

/** Returns what to preview, while the figure is typed; null where there is nothing to show. */
function limitChangeOf(action: BulkAction, typedGb: number, unlimited: boolean): LimitChange | null {
  if (action === 'limit' && unlimited) return { kind: 'set', limitGb: null };
  if (Number.isNaN(typedGb)) return null;
  if (action === 'limit') return { kind: 'set', limitGb: typedGb };
  return action === 'add' && typedGb > 0 ? { kind: 'add', gb: typedGb } : null;
}

type Figures = { figure: number; unlimited: boolean };

/** Returns the order for main; null while a figure is missing or invalid. */
function orderOf(
  action: BulkAction,
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

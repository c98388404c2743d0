import { useMemo, useState } from 'react';
import { Button, useLocale } from 'react-aria-components';
import type { GuardRuleKind } from '../../../electron/contract/guard.ts';
import { say } from '../../../electron/text/say.ts';
import { Message } from '../../ui/message.tsx';
import { Dialog, DialogFoot } from '../ui/dialog.tsx';
import { ChoiceList } from './choice-list.tsx';
import { useNameOf } from './use-name-of.ts';
import { useResume } from './use-resume.ts';

type ResumeDialogProps = { kind: GuardRuleKind; ids: readonly number[]; onClose: () => void };

/** Asks with which of many sub-users Guard goes on, and says from what. */
export function ResumeDialog({ kind, ids, onClose }: ResumeDialogProps) {
  const { locale } = useLocale();
  const nameOf = useNameOf();
  const resume = useResume();
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const list = useMemo(() => ids.map((id) => ({ id, username: nameOf(id) ?? `${id}` })), [ids, nameOf]);
  // Another computer may have resumed some meanwhile.
  const still = useMemo(() => {
    const paused = new Set(ids);
    return chosen.filter((id) => paused.has(id));
  }, [ids, chosen]);
  async function go(these: readonly number[]) {
    if (await resume.run(these)) onClose();
  }
  return (
    <Dialog title={say('guard.resumeTitle')} onClose={onClose} wide>
      <p>
        {say('guard.resumeHint')}
        {(kind === 'daily-cap' || kind === 'packs') && ` ${say(`guard.resumeFrom.${kind}`)}`}
      </p>
      <ChoiceList list={list} main={null} chosen={still} onChange={setChosen} />
      {resume.problem !== null && <Message tone="error" text={resume.problem} />}
      <DialogFoot onCancel={onClose}>
        <Button
          className="button"
          isDisabled={still.length === 0}
          isPending={resume.running}
          onPress={() => void go(still)}
        >
          {say('guard.resumeChosen', { count: still.length }, locale)}
        </Button>
        <Button className="button primary" isPending={resume.running} onPress={() => void go(ids)}>
          {say('guard.resumeAll', { count: ids.length }, locale)}
        </Button>
      </DialogFoot>
    </Dialog>
  );
}

import { useState } from 'react';
import { Button, useLocale } from 'react-aria-components';
import type { HandOver } from '../../../electron/contract/connection.ts';
import type { SubUser } from '../../../electron/contract/sub-user.ts';
import { say } from '../../../electron/text/say.ts';
import { useCommand } from '../../state/command.ts';
import { Message } from '../../ui/message.tsx';
import { Dialog, DialogFoot } from '../ui/dialog.tsx';
import { FailureBanner } from '../ui/failure-banner.tsx';
import { Segments } from '../ui/segments.tsx';
import { useKeptNames } from './use-kept-names.ts';

type HandOverDialogProps = { subUsers: readonly SubUser[]; onClose: () => void };

/** Copies or saves the logins of sub-users, and says first which secrets that holds. */
export function HandOverDialog({ subUsers, onClose }: HandOverDialogProps) {
  const { locale } = useLocale();
  const [as, setAs] = useState<HandOver['as']>('text');
  const [said, setSaid] = useState('');
  const handOver = useCommand('handOver');
  const kept = new Set(useKeptNames());
  const usernames = subUsers.map(({ username }) => username);
  const count = usernames.filter((username) => kept.has(username)).length;

  async function run(to: HandOver['to']) {
    setSaid('');
    const outcome = await handOver.run({ usernames, as, to });
    if (!outcome.ok || !outcome.value.done) return;
    const isSecret = outcome.value.withPassword > 0;
    if (to === 'file') setSaid(say(isSecret ? 'handOver.savedSecret' : 'handOver.saved'));
    else setSaid(say(isSecret ? 'handOver.copiedSecret' : 'handOver.copied'));
  }
  return (
    <Dialog title={say('handOver.dialog', { count: usernames.length }, locale)} onClose={onClose}>
      <p>{say('handOver.about')}</p>
      {count > 0 ? (
        <Message tone="warning" text={say('handOver.withPasswords', { count }, locale)} />
      ) : (
        <p className="hint">{say('handOver.withoutPasswords')}</p>
      )}
      <Segments
        label={say('handOver.as')}
        names={{ text: say('handOver.asName.text'), csv: say('handOver.asName.csv') }}
        chosen={as}
        onChange={setAs}
      />
      <p role="status" className="hint">
        {said}
      </p>
      <FailureBanner failure={handOver.failure} />
      <DialogFoot>
        <Button className="button" onPress={onClose}>
          {say('action.close')}
        </Button>
        <Button className="button" isPending={handOver.running} onPress={() => void run('clipboard')}>
          {say('handOver.copy')}
        </Button>
        <Button
          className="button primary"
          isPending={handOver.running}
          onPress={() => void run('file')}
          autoFocus
        >
          {say('handOver.save')}
        </Button>
      </DialogFoot>
    </Dialog>
  );
}

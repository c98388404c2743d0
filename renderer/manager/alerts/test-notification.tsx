import { useState } from 'react';
import { Button } from 'react-aria-components';
import { describeFailure } from '../../../electron/contract/failure-text.ts';
import type { NoticeOutcome } from '../../../electron/contract/notice.ts';
import { useCommand } from '../../state/command.ts';

const outcomes: Record<NoticeOutcome, string> = {
  shown: 'The system took it.',
  failed: 'The system refused it. Notifications may be off for Oxygauge; the tray and the log still tell.',
  unanswered: 'The system did not answer. The tray and the log still tell.',
};

/** Whether notifications arrive here: nobody should learn it from an invoice. */
export function TestNotification() {
  const test = useCommand('testNotification');
  const [said, setSaid] = useState('');
  async function run() {
    setSaid('');
    const outcome = await test.run(null);
    setSaid(outcome.ok ? outcomes[outcome.value.outcome] : describeFailure(outcome.failure));
  }
  return (
    <div className="test-notification">
      <Button className="button" isPending={test.running} onPress={() => void run()}>
        Show a test notification
      </Button>
      <span role="status" className="hint">
        {said}
      </span>
    </div>
  );
}

import { useState } from 'react';
import { Button, useLocale } from 'react-aria-components';
import type { GuardRule } from '../../../electron/contract/guard.ts';
import { describeFailure } from '../../../electron/text/failure.ts';
import { dryRunTexts } from '../../../electron/text/guard.ts';
import { say } from '../../../electron/text/say.ts';
import { useCommand } from '../../state/command.ts';
import { useNameOf } from './use-name-of.ts';

type Seen = { rule: string; lines: string[] };

/** Shows at a press what a rule would have done over the last month. It goes when the rule is changed. */
export function DryRun({ rule }: { rule: GuardRule }) {
  const { locale } = useLocale();
  const nameOf = useNameOf();
  const ask = useCommand('dryRunGuardRule');
  const [seen, setSeen] = useState<Seen | null>(null);
  const current = JSON.stringify(rule);
  async function run() {
    const outcome = await ask.run({ rule });
    const lines = outcome.ok
      ? dryRunTexts(outcome.value, nameOf, locale)
      : [describeFailure(outcome.failure)];
    setSeen({ rule: current, lines });
  }
  return (
    <div className="dry-run">
      <Button className="button" isPending={ask.running} onPress={() => void run()}>
        {say('guard.dryRun')}
      </Button>
      <div role="status" className="hint">
        {seen?.rule === current && seen.lines.map((line) => <p key={line}>{line}</p>)}
      </div>
    </div>
  );
}

import { useState } from 'react';
import type {
  ConnectionReport,
  ConnectionTest,
  KnownCauses,
  Remedy,
} from '../../../electron/contract/connection-test.ts';
import { useCommand } from '../../state/command.ts';

/** What is shown below the fields: one answer at a time. */
export type Shown =
  | { kind: 'nothing' }
  | { kind: 'known'; known: KnownCauses }
  | { kind: 'tested'; report: ConnectionReport };

/** Runs tests and explanations, and keeps the last answer. */
export function useConnectionTest() {
  const [shown, setShown] = useState<Shown>({ kind: 'nothing' });
  const test = useCommand('testConnection');
  const explain = useCommand('explainConnection');
  return {
    shown,
    running: test.running,
    failure: test.failure ?? explain.failure,
    forget: () => setShown({ kind: 'nothing' }),
    async test(wanted: ConnectionTest) {
      setShown({ kind: 'nothing' });
      const outcome = await test.run(wanted);
      if (outcome.ok) setShown({ kind: 'tested', report: outcome.value });
    },
    async explain(login: string) {
      setShown({ kind: 'nothing' });
      const outcome = await explain.run({ login });
      if (outcome.ok) setShown({ kind: 'known', known: outcome.value });
    },
  };
}

/** Returns what can be done about what is shown. */
export function remediesOf(shown: Shown): readonly Remedy[] {
  if (shown.kind === 'known') return shown.known.remedies;
  if (shown.kind === 'nothing' || shown.report.kind === 'works') return [];
  if (shown.report.kind === 'fails') return shown.report.remedies;
  return shown.report.why === 'entry-unproved' ? ['check-entry'] : [];
}

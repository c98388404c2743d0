import { Button, useLocale } from 'react-aria-components';
import { isExact } from '../../../electron/contract/forecast.ts';
import { cycleRangeText } from '../../../electron/text/overview.ts';
import { say } from '../../../electron/text/say.ts';
import { useCommand } from '../../state/command.ts';
import { useMirror } from '../mirror.ts';
import { FailureBanner } from '../ui/failure-banner.tsx';

/** Offers to sum the plan's cycle over all sub-users, where the history does not say enough. */
export function CycleSum() {
  const cycle = useMirror((mirror) => mirror.cycle);
  const { locale } = useLocale();
  const start = useCommand('startJob');
  if (cycle === null || (cycle.found !== 'sub-users' && isExact(cycle))) return null;
  const range = cycle.found === 'unknown' ? say('overview.cycleUnknown') : cycleRangeText(cycle, locale);
  return (
    <div className="load-days">
      <Button
        className="button"
        isPending={start.running}
        onPress={() => void start.run({ kind: 'plan-cycle' })}
      >
        {say('overview.sumCycle')}
      </Button>
      {range !== null && <span className="hint">{range}</span>}
      <FailureBanner failure={start.failure} />
    </div>
  );
}

import { Button, Group, Input, Label, NumberField, Text } from 'react-aria-components';
import { describeFailure } from '../../../electron/contract/failure-text.ts';
import type { PlanCycle } from '../../../electron/contract/outlook.ts';
import { formatAge, formatDays } from '../../../electron/contract/time-text.ts';
import { formatShare, formatTraffic } from '../../../electron/contract/traffic-text.ts';
import { bridge } from '../../state/bridge.ts';
import { useCommand } from '../../state/command.ts';
import { useMirror } from '../../state/mirror.ts';
import { useNow } from '../../state/now.ts';
import { Meter } from '../../ui/meter.tsx';
import { Notice } from '../../ui/notice.tsx';

/** The plan's own cycle, where it is not the calendar month: what it has used, and how that was found. */
export function CycleCard() {
  const renewsOn = useMirror((mirror) => mirror.settings?.planRenewsOn) ?? null;
  const cycle = useMirror((mirror) => mirror.cycle) ?? null;
  return (
    <section className="card" aria-labelledby="cycle">
      <h2 id="cycle">The plan’s own cycle</h2>
      <RenewsOn day={renewsOn} />
      {cycle !== null && <Cycle cycle={cycle} />}
    </section>
  );
}

function RenewsOn({ day }: { day: number | null }) {
  return (
    <NumberField
      className="field"
      value={day ?? Number.NaN}
      minValue={1}
      maxValue={31}
      step={1}
      onChange={(value) =>
        void bridge.command('changeSettings', { planRenewsOn: Number.isNaN(value) ? null : value })
      }
    >
      <Label>The plan renews on day</Label>
      <Group>
        <Input />
      </Group>
      <Text slot="description" className="hint">
        1 to 31, of each month; in a shorter one on its last day. Empty where the plan is the calendar month.
      </Text>
    </NumberField>
  );
}

function Cycle({ cycle }: { cycle: PlanCycle }) {
  const planGb = useMirror((mirror) => mirror.settings?.planGb) ?? null;
  const total = useMirror((mirror) => mirror.nearest?.total) ?? null;
  const locale = useMirror((mirror) => mirror.environment?.locale) ?? 'en';
  const now = useNow();
  const start = useCommand('startJob');
  const { dateFrom, dateTo, usedGb, found } = cycle;
  const share = planGb === null || usedGb === null ? null : usedGb / planGb;
  return (
    <>
      <dl className="facts wide">
        <dt>{formatDays(dateFrom, dateTo, locale)}</dt>
        <dd className="figure">{formatTraffic(usedGb, locale)}</dd>
        {share !== null && (
          <>
            <dt>Of the plan</dt>
            <dd className="of-plan">
              <Meter label="Used of the plan" share={share} text={formatShare(share, locale)} />
              <span>{formatShare(share, locale)}</span>
            </dd>
          </>
        )}
      </dl>
      <p className="hint">{howFound(cycle, now)}</p>
      {(found === 'unknown' || found === 'sub-users') && (
        <Button
          className="button at-start"
          isPending={start.running}
          onPress={() => void start.run({ kind: 'plan-cycle' })}
        >
          {total === null ? 'Sum over all sub-users' : `Sum over ${total.toLocaleString(locale)} sub-users`}
        </Button>
      )}
      {start.failure !== null && (
        <Notice tone="error">
          <p>{describeFailure(start.failure)}</p>
        </Notice>
      )}
    </>
  );
}

/** Where the figure comes from, and how old it is. */
function howFound({ found, readAt, missing }: PlanCycle, now: number): string {
  const age = readAt === null ? '' : `, read ${formatAge(readAt, now)}`;
  switch (found) {
    case 'month':
      return `This cycle is the calendar month: Oxylabs’ own total${age}.`;
    case 'history':
      return `The account’s total, counted from what Oxygauge read when the cycle began${age}.`;
    case 'sub-users': {
      const lost = missing === 0 ? '' : ` ${missing} could not be read and are missing in the sum.`;
      return `Summed over the sub-users that are listed, days in UTC${age}.${lost}`;
    }
    case 'unknown':
      return 'Not known: Oxygauge was not watching when this cycle began. It can be summed over all sub-users, one request for each.';
  }
}

import { useMemo } from 'react';
import { figuresOf } from '../state/figures.ts';
import { Accounts } from './accounts.tsx';
import { Foot } from './foot.tsx';
import { Glance } from './glance.tsx';
import { Head } from './head.tsx';
import { useMirror } from './mirror.ts';
import { MonthChart } from './month-chart.tsx';
import { SubUsers } from './sub-users.tsx';
import { Trouble } from './trouble.tsx';
import { Used } from './used.tsx';

/** Shows the account at a glance, in the period that the plan counts by. */
export function Account() {
  const traffic = useMirror((mirror) => mirror.traffic);
  const outlook = useMirror((mirror) => mirror.outlook);
  const cycle = useMirror((mirror) => mirror.cycle);
  const accountDays = useMirror((mirror) => mirror.accountDays);
  const settings = useMirror((mirror) => mirror.settings);
  const figures = useMemo(
    () => figuresOf({ traffic, outlook, cycle, accountDays, settings }, false),
    [traffic, outlook, cycle, accountDays, settings],
  );
  return (
    <>
      <Head traffic={traffic} figures={figures} />
      <Used traffic={traffic} figures={figures} />
      <Trouble traffic={traffic} />
      {traffic.month !== null && <Glance figures={figures} />}
      <MonthChart figures={figures} />
      <SubUsers readAt={traffic.month?.readAt ?? null} />
      <Accounts />
      <Foot />
    </>
  );
}

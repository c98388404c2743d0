import { useState } from 'react';
import { useLocale } from 'react-aria-components';
import { dayMs } from '../../../electron/contract/day.ts';
import { formatDayRange } from '../../../electron/text/charts.ts';
import { toCsv } from '../../../electron/text/csv.ts';
import { say } from '../../../electron/text/say.ts';
import { bridge } from '../../state/bridge.ts';
import type { Figures, ShownPeriod } from '../../state/figures.ts';
import { AllAccounts } from '../accounts/all-accounts.tsx';
import { JobPanel } from '../jobs/job-panel.tsx';
import { useMirror } from '../mirror.ts';
import { PaletteButton } from '../palette/palette-button.tsx';
import { Segments } from '../ui/segments.tsx';
import { Toolbar } from '../ui/toolbar.tsx';
import { useSave } from '../ui/use-save.ts';
import { useFigures } from '../use-figures.ts';
import { AttentionCard } from './attention-card.tsx';
import { CostCard, FigureCards, UsedCard } from './figure-cards.tsx';
import { isLoadingDays } from './load-days.tsx';
import { MoversCard } from './movers-card.tsx';
import { SetupLine } from './setup-line.tsx';
import { TopSubUsersCard } from './top-sub-users-card.tsx';
import { TopTargetsCard } from './top-targets-card.tsx';
import { TrafficCard } from './traffic-card.tsx';
import { YearCard } from './year-card.tsx';
import './overview.css';

/** Shows the account as a whole: how much is used, whether it lasts, what needs attention and who uses it. */
export function OverviewPage() {
  const [period, setPeriod] = useState<ShownPeriod>('current');
  const [scope, setScope] = useState<'one' | 'all'>('one');
  const rows = useMirror((mirror) => mirror.accountList.rows);
  const several = rows.length > 1;
  const { locale } = useLocale();
  const figures = useFigures(period === 'last');
  const current = useFigures(false);
  const history = useSave(() => bridge.command('exportRecord', { what: 'history' }));
  const days = useSave(() =>
    bridge.command('saveText', { suggestedName: say('overview.daysFile'), text: daysCsv(figures) }),
  );
  const names = {
    current: currentName(current, locale),
    last: say(current.isCycle ? 'overview.lastCycle' : 'overview.lastMonth'),
    year: say('overview.year'),
  } satisfies Record<ShownPeriod, string>;
  return (
    <main className="page">
      <Toolbar
        title={say('overview.title')}
        search={<PaletteButton />}
        more={[
          { name: say('overview.exportDays'), run: days.run, isDisabled: days.saving },
          { name: say('overview.exportHistory'), run: history.run, isDisabled: history.saving },
        ]}
        said={days.said || history.said}
      >
        {several && (
          <Segments
            label={say('accounts.scope')}
            names={{ one: say('accounts.scopeOne'), all: say('accounts.all') }}
            chosen={scope}
            onChange={setScope}
          />
        )}
        {!(several && scope === 'all') && (
          <Segments label={say('overview.period')} names={names} chosen={period} onChange={setPeriod} />
        )}
      </Toolbar>
      <div className="page-body overview">
        {several && scope === 'all' ? <AllAccounts /> : <OneAccount period={period} figures={figures} />}
      </div>
    </main>
  );
}

function OneAccount({ period, figures }: { period: ShownPeriod; figures: Figures }) {
  return (
    <>
      <OtherJob />
      <SetupLine />
      {period === 'current' && <Current figures={figures} />}
      {period === 'last' && (
        <>
          <UsedCard figures={figures} last />
          <CostCard figures={figures} last />
          <TrafficCard key="last" figures={figures} last />
        </>
      )}
      {period === 'year' && <YearCard />}
    </>
  );
}

function Current({ figures }: { figures: Figures }) {
  return (
    <>
      <FigureCards figures={figures} />
      <TrafficCard key="current" figures={figures} last={false} />
      <AttentionCard />
      <TopSubUsersCard />
      <MoversCard />
      <TopTargetsCard />
    </>
  );
}

/** The loading of daily traffic is shown at the chart that it is for. */
function OtherJob() {
  const job = useMirror((mirror) => mirror.job);
  return job !== null && !isLoadingDays(job) ? <JobPanel /> : null;
}

function currentName({ period }: Figures, locale: string): string {
  if (period === null) return say('overview.thisMonth');
  return formatDayRange(period.fromMs, period.toMs - dayMs, locale);
}

function daysCsv({ period }: Figures): string {
  const rows = period?.days.map(({ at, trafficGb, totalGb }) => [at, trafficGb ?? '', totalGb ?? '']) ?? [];
  return toCsv([say('overview.csvDay'), say('overview.csvTraffic'), say('overview.csvTotal')], rows);
}

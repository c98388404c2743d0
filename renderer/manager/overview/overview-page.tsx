import { bridge } from '../../state/bridge.ts';
import { SaveButton } from '../../ui/save-button.tsx';
import { JobPanel } from '../sub-users/many/job-panel.tsx';
import { AllocationCard } from './allocation-card.tsx';
import { CostCard } from './cost-card.tsx';
import { CycleCard } from './cycle-card.tsx';
import { ForecastCard } from './forecast-card.tsx';
import { MonthCard } from './month-card.tsx';
import './overview.css';

/** The account as a whole: where it will end, its days, and how its traffic is given out. */
export function OverviewPage() {
  return (
    <main className="page">
      <header className="page-head">
        <h1>Overview</h1>
        <SaveButton name="Export history" save={() => bridge.command('exportRecord', { what: 'history' })} />
      </header>
      <JobPanel />
      <ForecastCard />
      <CostCard />
      <CycleCard />
      <MonthCard />
      <AllocationCard />
    </main>
  );
}

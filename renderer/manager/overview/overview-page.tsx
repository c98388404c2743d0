import { AllocationCard } from './allocation-card.tsx';
import { MonthCard } from './month-card.tsx';
import './overview.css';

/** The account as a whole: its days, and how its traffic is given out. */
export function OverviewPage() {
  return (
    <main className="page">
      <h1>Overview</h1>
      <MonthCard />
      <AllocationCard />
    </main>
  );
}

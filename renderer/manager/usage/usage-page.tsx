import { Button, Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { SubUser } from '../../../electron/contract/sub-user.ts';
import { SubUserForecast } from './sub-user-forecast.tsx';
import { TargetsTab } from './targets-tab.tsx';
import { UsageTab } from './usage-tab.tsx';
import './usage.css';

/** One sub-user in view: its traffic over time, and where it went. */
export function UsagePage({ subUser, onBack }: { subUser: SubUser; onBack: () => void }) {
  return (
    <main className="page">
      <header className="page-head usage-head">
        <Button className="button" autoFocus onPress={onBack}>
          <span aria-hidden="true">←</span> Sub-users
        </Button>
        <h1>
          <bdi>{subUser.username}</bdi>
        </h1>
      </header>
      <SubUserForecast subUser={subUser} />
      <Tabs>
        <TabList className="tabs" aria-label={`Statistics of ${subUser.username}`}>
          <Tab id="usage" className="tab">
            Usage
          </Tab>
          <Tab id="targets" className="tab">
            Targets
          </Tab>
        </TabList>
        <TabPanel id="usage">
          <UsageTab subUser={subUser} />
        </TabPanel>
        <TabPanel id="targets">
          <TargetsTab subUser={subUser} />
        </TabPanel>
      </Tabs>
    </main>
  );
}

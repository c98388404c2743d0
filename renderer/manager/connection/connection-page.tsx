import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { ManagerView } from '../../../electron/contract/manager-view.ts';
import { say } from '../../../electron/text/say.ts';
import { Toolbar } from '../ui/toolbar.tsx';
import { usePageState } from '../view.ts';
import { Activity } from './activity.tsx';
import { Console } from './console.tsx';
import { OwnEntry } from './own-entry.tsx';
import { StringsTab } from './strings-tab.tsx';
import '../ui/tabs.css';
import './connection.css';

type TabId = ManagerView['connection']['tab'];

const tabs: readonly { id: TabId; name: () => string; content: () => ReactNode }[] = [
  { id: 'strings', name: () => say('connection.strings'), content: () => <StringsTab /> },
  { id: 'own-entry', name: () => say('connection.ownEntry'), content: () => <OwnEntry /> },
  { id: 'activity', name: () => say('activity.table'), content: () => <Activity /> },
  { id: 'console', name: () => say('apiConsole.title'), content: () => <Console /> },
];

/** Shows how programs connect: what to copy, and how it is found out why a request fails. */
export function ConnectionPage() {
  const [tab, setTab] = usePageState('connection', 'tab');
  return (
    <main className="page connection-page">
      <Toolbar title={say('frame.connection')} />
      <div className="page-body wide">
        <Tabs
          selectedKey={tab}
          onSelectionChange={(key) => {
            const chosen = tabs.find(({ id }) => id === key);
            if (chosen !== undefined) setTab(chosen.id);
          }}
        >
          <TabList className="tabs" aria-label={say('connection.tabs')}>
            {tabs.map(({ id, name }) => (
              <Tab key={id} id={id} className="tab">
                {name()}
              </Tab>
            ))}
          </TabList>
          {tabs.map(({ id, content }) => (
            <TabPanel key={id} id={id} className="connection-tab">
              {content()}
            </TabPanel>
          ))}
        </Tabs>
      </div>
    </main>
  );
}

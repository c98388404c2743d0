import { useEffect } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { bridge } from '../../state/bridge.ts';
import { useMirror } from '../../state/mirror.ts';
import { SaveButton } from '../../ui/save-button.tsx';
import { AlertLog } from './alert-log.tsx';
import { HowCard } from './how-card.tsx';
import { PauseMenu } from './pause-menu.tsx';
import { WhatCard } from './what-card.tsx';
import './alerts.css';

/** What was told, and what shall be. */
export function AlertsPage() {
  const alerts = useMirror((mirror) => mirror.settings?.alerts);
  const locale = useMirror((mirror) => mirror.environment?.locale) ?? 'en';
  useFocusTaken();
  if (alerts === undefined) return null;
  return (
    <main className="page wide">
      <header className="page-head">
        <h1>Alerts</h1>
        <span className="page-tools">
          <PauseMenu pausedUntil={alerts.pausedUntil} locale={locale} />
          <SaveButton name="Export CSV" save={() => bridge.command('exportRecord', { what: 'alerts' })} />
        </span>
      </header>
      <Tabs>
        <TabList className="tabs" aria-label="Alerts">
          <Tab id="log" className="tab">
            Log
          </Tab>
          <Tab id="settings" className="tab">
            Settings
          </Tab>
        </TabList>
        <TabPanel id="log" className="tab-panel">
          <AlertLog />
        </TabPanel>
        <TabPanel id="settings" className="tab-panel">
          <div className="cards">
            <WhatCard alerts={alerts} />
            <HowCard alerts={alerts} />
          </div>
        </TabPanel>
      </Tabs>
    </main>
  );
}

/** The page is in view, as somebody asked. */
function useFocusTaken(): void {
  const focus = useMirror((mirror) => mirror.focus) ?? null;
  useEffect(() => {
    if (focus?.target.kind === 'alerts') void bridge.command('focusTaken', { nonce: focus.nonce });
  }, [focus]);
}

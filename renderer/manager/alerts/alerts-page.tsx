import { useEffect } from 'react';
import { Tab, TabList, TabPanel, Tabs, useLocale } from 'react-aria-components';
import { say } from '../../../electron/text/say.ts';
import { bridge } from '../../state/bridge.ts';
import { useAttention, useTrueAlerts } from '../attention/use-attention.ts';
import { Channels } from '../channels/channels.tsx';
import { useMirror } from '../mirror.ts';
import { Toolbar } from '../ui/toolbar.tsx';
import { useSave } from '../ui/use-save.ts';
import { Active } from './active.tsx';
import { History } from './history.tsx';
import { PauseMenu } from './pause-menu.tsx';
import '../ui/tabs.css';
import './alerts.css';

/** Shows what is still true, and the history of alerts. */
export function AlertsPage() {
  const pausedUntil = useMirror((mirror) => mirror.settings.alerts.pausedUntil);
  const log = useSave(() => bridge.command('exportRecord', { what: 'alerts' }));
  const { locale } = useLocale();
  const found = useAttention();
  const alerts = useTrueAlerts();
  const count = found.length + alerts.length;
  useNavigationTaken();
  return (
    <main className="page alerts-page">
      <Toolbar
        title={say('inbox.title')}
        more={[{ name: say('action.exportCsv'), run: log.run, isDisabled: log.saving }]}
        said={log.said}
      >
        <PauseMenu pausedUntil={pausedUntil} />
      </Toolbar>
      <div className="page-body wide">
        <Tabs>
          <TabList className="tabs" aria-label={say('inbox.title')}>
            <Tab id="active" className="tab">
              {count === 0 ? say('inbox.active') : say('inbox.activeCount', { count }, locale)}
            </Tab>
            <Tab id="history" className="tab">
              {say('inbox.history')}
            </Tab>
            <Tab id="channels" className="tab">
              {say('channels.title')}
            </Tab>
          </TabList>
          <TabPanel id="active">
            <Active found={found} alerts={alerts} />
          </TabPanel>
          <TabPanel id="history">
            <History />
          </TabPanel>
          <TabPanel id="channels">
            <Channels />
          </TabPanel>
        </Tabs>
      </div>
    </main>
  );
}

/** Reports that the page is in view, if a notification or the tray led to it. */
function useNavigationTaken(): void {
  const navigation = useMirror((mirror) => mirror.navigation);
  useEffect(() => {
    if (navigation?.target.kind === 'alerts')
      void bridge.command('navigationTaken', { nonce: navigation.nonce });
  }, [navigation]);
}

import { useEffect } from 'react';
import { actionTexts } from '../../../electron/text/actions.ts';
import { alertsPageTexts } from '../../../electron/text/alerts-page.ts';
import { bridge } from '../../state/bridge.ts';
import { useMirror } from '../mirror.ts';
import { Toolbar } from '../ui/toolbar.tsx';
import { useSave } from '../ui/use-save.ts';
import { AlertLog } from './alert-log.tsx';
import { PauseMenu } from './pause-menu.tsx';
import './alerts.css';

/** Shows the log of alerts. */
export function AlertsPage() {
  const pausedUntil = useMirror((mirror) => mirror.settings.alerts.pausedUntil);
  const log = useSave(() => bridge.command('exportRecord', { what: 'alerts' }));
  useNavigationTaken();
  return (
    <main className="page alerts-page">
      <Toolbar
        title={alertsPageTexts.title}
        more={[{ name: actionTexts.exportCsv, run: log.run, isDisabled: log.saving }]}
        said={log.said}
      >
        <PauseMenu pausedUntil={pausedUntil} />
      </Toolbar>
      <div className="page-body wide">
        <AlertLog />
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

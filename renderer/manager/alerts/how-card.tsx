import type { AlertSettings } from '../../../electron/contract/alert-settings.ts';
import { Flag } from '../../ui/flag.tsx';
import { changeAlerts } from './change-alerts.ts';
import { Muted } from './muted.tsx';
import { QuietHours } from './quiet-hours.tsx';
import { TestNotification } from './test-notification.tsx';

/** When and how the person wants to be told. */
export function HowCard({ alerts }: { alerts: AlertSettings }) {
  return (
    <section className="card" aria-labelledby="how">
      <h2 id="how">How</h2>
      <Flag name="Sound" chosen={alerts.sound} onChange={(sound) => changeAlerts({ sound })} />
      <QuietHours hours={alerts.quietHours} />
      <TestNotification />
      <Muted ids={alerts.mutedSubUserIds} />
    </section>
  );
}

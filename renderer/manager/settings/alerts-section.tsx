import type { AlertSettings } from '../../../electron/contract/alert-settings.ts';
import { mostGb } from '../../../electron/contract/bounds.ts';
import { say } from '../../../electron/text/say.ts';
import { useMirror } from '../mirror.ts';
import { Muted } from './muted.tsx';
import { NumberSetting } from './number-setting.tsx';
import { QuietHours } from './quiet-hours.tsx';
import { SwitchSetting } from './switch-setting.tsx';
import { TestNotification } from './test-notification.tsx';
import { ThresholdsSetting } from './thresholds-setting.tsx';
import { useSaving } from './use-saving.ts';

/** Sets what Oxygauge alerts to, when and how. */
export function AlertsSection() {
  const alerts = useMirror((mirror) => mirror.settings.alerts);
  return (
    <>
      <Thresholds of="limitThresholds" thresholds={alerts.limitThresholds} />
      <Thresholds of="budgetThresholds" thresholds={alerts.budgetThresholds} />
      <Rule of="runOut" chosen={alerts.runOut} />
      <Rule of="unusualDay" chosen={alerts.unusualDay} />
      {alerts.unusualDay && <UnusualLeast leastGb={alerts.unusualLeastGb} />}
      <Rule of="periodReset" chosen={alerts.periodReset} />
      <QuietHours hours={alerts.quietHours} />
      <Sound chosen={alerts.sound} />
      <TestNotification />
      <Muted ids={alerts.mutedSubUserIds} />
    </>
  );
}

type ThresholdsProps = { of: 'limitThresholds' | 'budgetThresholds'; thresholds: readonly number[] };

function Thresholds({ of, thresholds }: ThresholdsProps) {
  const { saved, save } = useSaving();
  return (
    <ThresholdsSetting
      label={say(`settings.${of}`)}
      hint={say(`settings.hint.${of}`)}
      thresholds={thresholds}
      onChange={(wanted) => save({ alerts: { [of]: wanted } })}
      saved={saved}
    />
  );
}

type RuleProps = { of: 'runOut' | 'unusualDay' | 'periodReset'; chosen: boolean };

function Rule({ of, chosen }: RuleProps) {
  const { saved, save } = useSaving();
  return (
    <SwitchSetting
      label={say(`settings.${of}`)}
      hint={say(`settings.hint.${of}`)}
      chosen={chosen}
      onChange={(wanted) => save({ alerts: { [of]: wanted } })}
      saved={saved}
    />
  );
}

function UnusualLeast({ leastGb }: { leastGb: AlertSettings['unusualLeastGb'] }) {
  const { saved, save } = useSaving();
  return (
    <NumberSetting
      label={say('settings.unusualLeast')}
      hint={say('settings.unusualLeastHint')}
      value={leastGb}
      onChange={(value) => save({ alerts: { unusualLeastGb: value ?? 0 } })}
      saved={saved}
      most={mostGb}
    />
  );
}

function Sound({ chosen }: { chosen: boolean }) {
  const { saved, save } = useSaving();
  return (
    <SwitchSetting
      label={say('settings.sound')}
      chosen={chosen}
      onChange={(sound) => save({ alerts: { sound } })}
      saved={saved}
    />
  );
}

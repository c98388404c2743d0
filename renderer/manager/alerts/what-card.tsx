import type { AlertSettings } from '../../../electron/contract/alert-settings.ts';
import { Flag } from '../../ui/flag.tsx';
import { GbField } from '../../ui/gb-field.tsx';
import { changeAlerts } from './change-alerts.ts';
import { ThresholdField } from './threshold-field.tsx';

/** What the person wants to be told. */
export function WhatCard({ alerts }: { alerts: AlertSettings }) {
  return (
    <section className="card" aria-labelledby="tell-me">
      <h2 id="tell-me">Tell me</h2>
      <ThresholdField
        label="At these percentages of a sub-user’s limit"
        hint="Empty: never. Above 100: how far over."
        thresholds={alerts.limitThresholds}
        onChange={(limitThresholds) => changeAlerts({ limitThresholds })}
      />
      <GbField
        label="Budget of the account (GB a month)"
        hint="Oxylabs does not tell what was bought. Empty: no alerts about the account’s total."
        valueGb={alerts.budgetGb}
        onChange={(budgetGb) => changeAlerts({ budgetGb: budgetGb === 0 ? null : budgetGb })}
      />
      <ThresholdField
        label="At these percentages of the budget"
        hint="Without a budget they wait for one."
        thresholds={alerts.budgetThresholds}
        onChange={(budgetThresholds) => changeAlerts({ budgetThresholds })}
      />
      <Flag
        name="When a limit or the budget will be used up before the period ends"
        hint="By the rate of the last days, with the day on which it is reached."
        chosen={alerts.runOut}
        onChange={(runOut) => changeAlerts({ runOut })}
      />
      <Flag
        name="On an unusual day"
        hint="Today is more than three times the median day of the last two weeks."
        chosen={alerts.unusualDay}
        onChange={(unusualDay) => changeAlerts({ unusualDay })}
      />
      {alerts.unusualDay && (
        <GbField
          label="An unusual day has at least (GB)"
          hint="Less is never worth an alert."
          valueGb={alerts.unusualLeastGb}
          onChange={(unusualLeastGb) => changeAlerts({ unusualLeastGb: unusualLeastGb ?? 0 })}
        />
      )}
      <Flag
        name="When a new period begins"
        chosen={alerts.periodReset}
        onChange={(periodReset) => changeAlerts({ periodReset })}
      />
    </section>
  );
}

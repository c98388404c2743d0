import { mostGb } from '../../../electron/contract/bounds.ts';
import { say } from '../../../electron/text/say.ts';
import { useMirror } from '../mirror.ts';
import { BudgetSetting } from './budget-setting.tsx';
import { CurrencySetting } from './currency-setting.tsx';
import { NumberSetting } from './number-setting.tsx';
import { PlanPreview } from './plan-preview.tsx';
import { useSaving } from './use-saving.ts';

/** Sets what was bought and what it costs. Tray, forecast, alerts, Overview and cost all go by it. */
export function PlanSection() {
  return (
    <>
      <Size />
      <RenewsOn />
      <Price />
      <CurrencySetting />
      <BudgetSetting />
      <PlanPreview />
    </>
  );
}

function Size() {
  const sizeGb = useMirror((mirror) => mirror.settings.plan.sizeGb);
  const { saved, save } = useSaving();
  return (
    <NumberSetting
      label={say('settings.plan')}
      hint={say('settings.planHint')}
      value={sizeGb}
      onChange={(value) => save({ plan: { sizeGb: value === 0 ? null : value } })}
      saved={saved}
      most={mostGb}
    />
  );
}

function RenewsOn() {
  const renewsOn = useMirror((mirror) => mirror.settings.plan.renewsOn);
  const { saved, save } = useSaving();
  return (
    <NumberSetting
      label={say('settings.renewsOn')}
      hint={say('settings.renewsOnHint')}
      value={renewsOn}
      onChange={(value) => save({ plan: { renewsOn: value } })}
      saved={saved}
      least={1}
      most={31}
      step={1}
    />
  );
}

function Price() {
  const pricePerGb = useMirror((mirror) => mirror.settings.plan.pricePerGb);
  const { saved, save } = useSaving();
  return (
    <NumberSetting
      label={say('settings.price')}
      hint={say('settings.priceHint')}
      value={pricePerGb}
      onChange={(value) => save({ plan: { pricePerGb: value === 0 ? null : value } })}
      saved={saved}
      most={1e6}
    />
  );
}

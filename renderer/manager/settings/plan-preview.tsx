import { useLocale } from 'react-aria-components';
import type { Forecast } from '../../../electron/contract/forecast.ts';
import { type PlanUse, planUse } from '../../../electron/contract/plan-use.ts';
import { formatRough } from '../../../electron/text/forecast.ts';
import { formatMoney, formatRoughMoney } from '../../../electron/text/money.ts';
import { say } from '../../../electron/text/say.ts';
import { formatDay, formatDayAt } from '../../../electron/text/time.ts';
import { formatShare } from '../../../electron/text/traffic.ts';
import { useMirror } from '../mirror.ts';
import { SettingFact } from './setting-row.tsx';

/** Shows what the plan means now: its use, its forecast and its cost, each of the time that the plan counts by. */
export function PlanPreview() {
  const plan = useMirror((mirror) => mirror.settings.plan);
  const month = useMirror((mirror) => mirror.traffic.month);
  const cycle = useMirror((mirror) => mirror.cycle);
  const outlook = useMirror((mirror) => mirror.outlook);
  const { locale } = useLocale();
  const use = planUse(plan, month?.trafficGb ?? null, cycle);
  const forecast = outlook?.cycleForecast ?? outlook?.forecast ?? null;
  const { pricePerGb, currency } = plan;
  const cost = pricePerGb === null ? null : { pricePerGb, currency };
  const parts = [useText(use, locale), ...aheadTexts(forecast, cost, locale)].filter((part) => part !== null);
  const shown = use !== null || cost !== null;
  return (
    <SettingFact label={say('settings.preview')}>
      <p className="setting-preview">{shown ? parts.join(' · ') : say('settings.noPreview')}</p>
    </SettingFact>
  );
}

function useText(use: PlanUse | null, locale: string): string | null {
  if (use === null) return null;
  const day = use.of === 'cycle' && use.dateFrom !== null ? formatDay(use.dateFrom, locale) : null;
  if (use.usedGb === null) return day === null ? null : say('settings.useUnknown', { day });
  const share = formatShare(use.usedGb / use.budgetGb, locale);
  return day === null ? say('settings.used', { share }) : say('settings.usedSince', { share, day });
}

type Cost = { pricePerGb: number; currency: string };

function aheadTexts(forecast: Forecast | null, cost: Cost | null, locale: string): (string | null)[] {
  if (forecast === null || forecast.kind === 'too-little') return [];
  const { endGb, endsAt } = forecast;
  const day = formatDayAt(endsAt - 1, locale);
  return [
    say('settings.previewForecast', { gb: formatRough(endGb, locale), day }),
    cost === null
      ? null
      : say('settings.previewCost', {
          cost: formatRoughMoney(endGb * cost.pricePerGb, cost.currency, locale),
          price: formatMoney(cost.pricePerGb, cost.currency, locale),
        }),
  ];
}

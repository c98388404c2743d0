import { forecastLine } from '../../electron/text/forecast.ts';
import { useLocale } from './locale.ts';
import { useMirror } from './mirror.ts';

/** Shows where this month will end, or nothing without a forecast. */
export function OutlookLine() {
  const locale = useLocale();
  const forecast = useMirror((mirror) => mirror.outlook?.forecast);
  const old = useMirror((mirror) => mirror.traffic.stale);
  const line = forecast === undefined || old ? null : forecastLine(forecast, 'budget', locale);
  if (line === null) return null;
  return <p className="outlook">{line}</p>;
}

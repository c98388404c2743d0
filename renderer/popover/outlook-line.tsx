import { forecastLine } from '../../electron/contract/forecast-text.ts';
import { sentence } from '../../electron/contract/sentence.ts';
import { useMirror } from '../state/mirror.ts';

/** Where this month will end, in words; nothing while that would be a guess. */
export function OutlookLine({ locale }: { locale: string }) {
  const forecast = useMirror((mirror) => mirror.outlook?.forecast);
  const old = useMirror((mirror) => mirror.traffic?.stale) ?? false;
  const line = forecast === undefined || old ? null : forecastLine(forecast, 'budget', locale);
  if (line === null) return null;
  return <p className="outlook">{sentence(line)}</p>;
}

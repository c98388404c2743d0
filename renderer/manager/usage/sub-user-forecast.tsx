import { useEffect, useState } from 'react';
import type { Forecast } from '../../../electron/contract/forecast.ts';
import { forecastLine, formatRough, spreadText } from '../../../electron/contract/forecast-text.ts';
import { sentence } from '../../../electron/contract/sentence.ts';
import type { SubUser } from '../../../electron/contract/sub-user.ts';
import { useCommand } from '../../state/command.ts';
import { useMirror } from '../../state/mirror.ts';

/** Where a sub-user's period will end, asked for again with each list that was read. */
export function SubUserForecast({ subUser: { id, lifetime } }: { subUser: SubUser }) {
  const locale = useMirror((mirror) => mirror.environment?.locale) ?? 'en';
  const readAt = useMirror((mirror) => mirror.subUsers?.readAt);
  const [forecast, setForecast] = useState<Forecast | null>(null);
  const read = useCommand('readForecast');

  // biome-ignore lint/correctness/useExhaustiveDependencies: the list's age stands for its figures; the command is new each time.
  useEffect(() => {
    let current = true;
    void read.run({ id }).then((outcome) => {
      if (current && outcome.ok) setForecast(outcome.value);
    });
    return () => {
      current = false;
    };
  }, [id, readAt]);

  if (forecast === null) return null;
  if (forecast.kind === 'too-little') {
    return (
      <p className="hint">Too little is known for a forecast: it takes a day of figures in the period.</p>
    );
  }
  const line = forecastLine(forecast, 'limit', locale) ?? '';
  const spread = spreadText(forecast, locale);
  const left = forecast.leftPerDayGb;
  return (
    <p className="forecast">
      <strong>{sentence(line)}</strong>
      <span className="hint">
        {spread !== null && `${spread} · `}
        {`${formatRough(forecast.gbPerDay, locale)} a day${forecast.basis === 'recent' ? ' lately' : ''}`}
        {left !== null && ` · ${formatRough(left, locale)} a day left of the limit`}
        {lifetime === true && ' · counted over its lifetime'}
      </span>
    </p>
  );
}

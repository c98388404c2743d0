import type { Forecast } from '../../../../electron/contract/forecast.ts';

export type RaiseOption = { by: 'percent' | 'gb' | 'forecast'; limitGb: number };

export const raisePercent = 10;
export const raiseGb = 10;

/** Returns the higher limits to choose from: those that the traffic so far has not reached. */
export function raiseOptions(
  limitGb: number,
  usedGb: number | null,
  forecast: Forecast | null,
): RaiseOption[] {
  const options: RaiseOption[] = [
    { by: 'percent', limitGb: rounded(limitGb * (1 + raisePercent / 100)) },
    { by: 'gb', limitGb: rounded(limitGb + raiseGb) },
  ];
  if (forecast?.kind === 'forecast') options.push({ by: 'forecast', limitGb: roundedUp(forecast.endGb) });
  return options.filter((option) => option.limitGb > Math.max(limitGb, usedGb ?? 0));
}

/** Returns GB without the error of binary fractions. */
function rounded(gb: number): number {
  return Number(gb.toFixed(2));
}

/** Rounds up to whole GB, or to tenths of a few. */
function roundedUp(gb: number): number {
  return gb < 10 ? Math.ceil(gb * 10) / 10 : Math.ceil(gb);
}

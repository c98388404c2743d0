import { type Figures, figuresOf } from '../state/figures.ts';
import { useMirror } from './mirror.ts';

/** Returns the figures of the period that the plan counts by, or of the one before. */
export function useFigures(last: boolean): Figures {
  const traffic = useMirror((mirror) => mirror.traffic);
  const outlook = useMirror((mirror) => mirror.outlook);
  const cycle = useMirror((mirror) => mirror.cycle);
  const accountDays = useMirror((mirror) => mirror.accountDays);
  const settings = useMirror((mirror) => mirror.settings);
  return figuresOf({ traffic, outlook, cycle, accountDays, settings }, last);
}

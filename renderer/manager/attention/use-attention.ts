import { useMemo } from 'react';
import type { Alert } from '../../../electron/contract/alert.ts';
import { alertsOfDay } from '../../../electron/contract/alert-day.ts';
import { withOwnLimits } from '../../../electron/contract/own-limits.ts';
import { useNow } from '../../state/now.ts';
import { useMirror } from '../mirror.ts';
import { useOwnLimits } from '../sub-users/use-own-limits.ts';
import { useFigures } from '../use-figures.ts';
import { allocationOf } from './allocation.ts';
import { type Attention, attentionOf, stillTrue } from './attention.ts';

/** Returns what needs attention now by the figures, the worst first. */
export function useAttention(): Attention[] {
  const list = useMirror((mirror) => mirror.subUsers.subUsers);
  const own = useOwnLimits();
  const { forecast, planGb } = useFigures(false);
  return useMemo(() => {
    const subUsers = withOwnLimits(list, own);
    return attentionOf(subUsers, { forecast, planGb }, allocationOf(subUsers, null));
  }, [list, own, forecast, planGb]);
}

/** Returns the alerts that are still true and that no figure shows, such as an unusual day. */
export function useTrueAlerts(): Alert[] {
  const { subUsers } = useMirror((mirror) => mirror.subUsers);
  const { alerts } = useMirror((mirror) => mirror.alerts);
  const now = useNow();
  return useMemo(() => stillTrue(alerts, alertsOfDay(alerts, now), subUsers), [alerts, now, subUsers]);
}

import type { AccountRow } from '../../electron/contract/account-list.ts';

/** Builds an account of the list in which all is well but for the change. */
export function accountRow(change: Partial<AccountRow> = {}): AccountRow {
  return {
    key: '1',
    name: '',
    color: 'teal',
    product: null,
    username: 'demo_main',
    state: 'ok',
    failing: false,
    monthGb: 40,
    monthFrom: '2026-03-01',
    usedGb: 40,
    planGb: null,
    ofCycle: false,
    forecastGb: null,
    subUsers: 12,
    alerts: 0,
    task: null,
    wanted: null,
    ...change,
  };
}

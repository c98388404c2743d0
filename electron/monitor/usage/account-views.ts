import type { PlanSettings } from '../../contract/plan.ts';
import type { AccountDays } from '../../contract/usage.ts';
import { accountDays } from '../../usage/account-days.ts';
import { accountSamples } from '../../usage/outlook.ts';
import { periodFrom } from '../../usage/period.ts';
import { planOutlook } from '../../usage/plan-outlook.ts';
import type { AccountBook } from '../alerts/account-book.ts';
import { currentFigure } from '../alerts/reading.ts';
import type { AccountState } from '../state.ts';

/** Returns what windows show of an account's readings: the month, the plan's cycle, their forecast and their days. */
export function accountViews(
  account: AccountState,
  book: Pick<AccountBook, 'memory' | 'history'>,
  plan: PlanSettings,
  now: number,
): Pick<AccountState, 'outlook' | 'cycle' | 'accountDays'> {
  const { month, cycleRead, monthDays } = account;
  const period = periodFrom(book.memory.period?.key ?? null);
  const figure = currentFigure(month, book);
  const samples = figure === null ? [] : accountSamples(book.history, figure, period);
  const views = planOutlook({ plan, now, figure, period, samples, cycleRead });
  const loaded = monthDays?.days ?? [];
  const days = accountDays({ plan, now, figure, period, samples, cycle: views.cycle, loaded });
  return { ...views, accountDays: keptWhereEqual(days, account.accountDays) };
}

/** Returns the last days if the next ones are equal, so that they are not sent again. */
function keptWhereEqual(next: AccountDays | null, last: AccountDays | null): AccountDays | null {
  return JSON.stringify(next) === JSON.stringify(last) ? last : next;
}

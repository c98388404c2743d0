import type { ApiCall } from '../../../electron/contract/activity.ts';
import { type ConsoleCall, isConsoleCall } from '../../../electron/contract/console.ts';
import { dayMs, dayOf } from '../../../electron/contract/day.ts';
import { type SubUser, stateOf } from '../../../electron/contract/sub-user.ts';
import type { UsageQuery } from '../../../electron/contract/usage.ts';
import { type Limits, limitGbOf } from '../sub-users/limit-fields.tsx';

/** A value of a PATCH, which sends only what is set. */
export type Change = 'unchanged' | 'yes' | 'no';

/** Holds what the fields of all calls hold. `limitGb` is NaN while its field is empty. */
export type ConsoleValues = {
  call: ApiCall;
  subUser: string;
  type: UsageQuery['type'];
  dateFrom: string;
  dateTo: string;
  timeZone: string;
  date: string | null;
  username: string;
  password: string;
  limits: Limits;
  status: 'unchanged' | 'active' | 'disabled';
  limit: 'unchanged' | 'gb' | 'unlimited';
  limitGb: number;
  lifetime: Change;
  disablesAtLimit: Change;
};

/** Returns what the console begins with: a call that changes nothing. */
export function firstValues(now: number, timeZone: string): ConsoleValues {
  return {
    call: 'monthTotal',
    subUser: '',
    type: 'current_month',
    dateFrom: dayOf(now - 6 * dayMs),
    dateTo: dayOf(now),
    timeZone,
    date: dayOf(now),
    username: '',
    password: '',
    limits: { limitGb: Number.NaN, unlimited: false, lifetime: false, disablesAtLimit: true },
    status: 'unchanged',
    limit: 'unchanged',
    limitGb: Number.NaN,
    lifetime: 'unchanged',
    disablesAtLimit: 'unchanged',
  };
}

/** Returns the sub-user that a text names, by its name or else by its id. */
export function foundSubUser(text: string, subUsers: readonly SubUser[]): SubUser | null {
  const wanted = text.trim();
  const id = Number(wanted);
  return (
    subUsers.find(({ username }) => username === wanted) ?? subUsers.find((each) => each.id === id) ?? null
  );
}

/** Returns the call that the fields describe; null while one of them is missing or breaks a rule of the API. */
export function callOf(values: ConsoleValues, subUser: SubUser | null): ConsoleCall | null {
  const call = requestOf(values, subUser);
  return isConsoleCall(call) ? call : null;
}

/** Returns the call that the fields describe, whether or not it can be sent. */
export function requestOf(values: ConsoleValues, subUser: SubUser | null): ConsoleCall {
  const { call } = values;
  // An id that the list lacks may still be known to the API.
  const typedId = Number(values.subUser.trim());
  const id = subUser?.id ?? typedId;
  switch (call) {
    case 'subUserUsage':
      return { call, id, query: queryOf(values) };
    case 'targetUsage':
      return { call, id, date: values.date ?? '' };
    case 'createSubUser': {
      const { username, password, limits } = values;
      const { lifetime, disablesAtLimit } = limits;
      return {
        call,
        subUser: { username, password, limitGb: limitGbOf(limits), lifetime, disablesAtLimit },
      };
    }
    case 'updateSubUser':
      return { call, id, changes: changesOf(values), seen: subUser === null ? null : stateOf(subUser) };
    case 'deleteSubUser':
      return { call, id };
    default:
      return { call };
  }
}

function queryOf({ type, dateFrom, dateTo, timeZone }: ConsoleValues): UsageQuery {
  return type === 'custom' ? { type, dateFrom: dateFrom.trim(), dateTo: dateTo.trim(), timeZone } : { type };
}

function changesOf({ password, status, limit, limitGb, lifetime, disablesAtLimit }: ConsoleValues) {
  return {
    ...(password !== '' && { password }),
    ...(status !== 'unchanged' && { status }),
    ...(limit !== 'unchanged' && { limitGb: limit === 'gb' ? limitGb : null }),
    ...(lifetime !== 'unchanged' && { lifetime: lifetime === 'yes' }),
    ...(disablesAtLimit !== 'unchanged' && { disablesAtLimit: disablesAtLimit === 'yes' }),
  };
}

/** Returns the new password that a call sets; null for none. */
export function passwordOf(call: ConsoleCall): string | null {
  if (call.call === 'createSubUser') return call.subUser.password;
  return call.call === 'updateSubUser' ? (call.changes.password ?? null) : null;
}

/** Returns the limit in GB that a call sets; null for none, and for Unlimited. */
export function limitOf(call: ConsoleCall): number | null {
  if (call.call === 'createSubUser') return call.subUser.limitGb;
  return call.call === 'updateSubUser' ? (call.changes.limitGb ?? null) : null;
}

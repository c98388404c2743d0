import type { Status, StatusAccount, StatusAlert, StatusSubUser } from '../contract/status.ts';
import { mostStatusSubUsers, statusBounds, statusVersion } from '../contract/status-bounds.ts';

/** Holds a status, or why a text is none. `newer`: a later version of Oxygauge wrote it. */
export type StatusText = { status: Status } | { problem: 'corrupt' | 'newer' };

/**
 * Reads the text of a status file as `statusSchema` does, whose library alone takes longer to load than an answer may take.
 * A property test holds it against the schema.
 */
export function readStatusText(text: string): StatusText {
  try {
    return readStatusJson(JSON.parse(text));
  } catch {
    return { problem: 'corrupt' };
  }
}

export function readStatusJson(json: unknown): StatusText {
  if (isNewer(json)) return { problem: 'newer' };
  try {
    return { status: status(json) };
  } catch (error) {
    if (error instanceof Unfit) return { problem: 'corrupt' };
    throw error;
  }
}

function isNewer(json: unknown): boolean {
  const version = isRecord(json) ? json.schema : null;
  return typeof version === 'number' && version > statusVersion;
}

/** Says that a value is not what it should be. */
class Unfit extends Error {}

/** Returns the value with its type, or throws `Unfit`. */
type Read<Value> = (value: unknown) => Value;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads the fields of a record, and leaves out any other. The type names each field that the schema has. */
function record<Value>(fields: { readonly [Name in keyof Value]: Read<Value[Name]> }): Read<Value> {
  const all = Object.entries<Read<unknown>>(fields);
  return (value) => {
    if (!isRecord(value)) throw new Unfit();
    return Object.fromEntries(all.map(([name, read]) => [name, read(value[name])])) as Value;
  };
}

function list<Value>(read: Read<Value>, most: number): Read<Value[]> {
  return (value) => {
    if (!Array.isArray(value) || value.length > most) throw new Unfit();
    return value.map(read);
  };
}

function orNull<Value>(read: Read<Value>): Read<Value | null> {
  return (value) => (value === null ? null : read(value));
}

function oneOf<const Value>(...values: readonly Value[]): Read<Value> {
  return (value) => {
    const found = values.find((each) => each === value);
    if (found === undefined) throw new Unfit();
    return found;
  };
}

function text(fits: (text: string) => boolean): Read<string> {
  return (value) => {
    if (typeof value !== 'string' || !fits(value)) throw new Unfit();
    return value;
  };
}

function number(fits: (number: number) => boolean): Read<number> {
  return (value) => {
    // JSON has no infinity, but a number with a large exponent becomes one.
    if (typeof value !== 'number' || !Number.isFinite(value) || !fits(value)) throw new Unfit();
    return value;
  };
}

/** By `contract/bounds.ts`. */
const name = text(within(1_000));
const day = text(within(32));
const gb = number((value) => value >= 0 && value <= 1e9);

const count = number((value) => Number.isSafeInteger(value) && value >= 0);
const time = text(isTime);
const anyNumber = number(() => true);

/** Counts characters as the schema's library does: one beyond 16 bits is one. */
function within(most: number): (text: string) => boolean {
  return (value) => value.length <= most || [...value].length <= most;
}

/** Returns whether a text is a moment in UTC that the calendar has: `Date` takes 30 February for a day of March. */
function isTime(value: string): boolean {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(value)) return false;
  const at = Date.parse(value);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(value.slice(0, 19));
}

const subUser = record<StatusSubUser>({
  name,
  status: oneOf('active', 'disabled', 'unknown'),
  used_gb: orNull(gb),
  limit: oneOf('gb', 'unlimited', 'blocked', 'unknown'),
  limit_gb: orNull(gb),
  left_gb: orNull(gb),
});

const alert = record<StatusAlert>({
  rule: text(within(statusBounds.ruleChars)),
  sub_user: orNull(name),
  since: time,
});

const account = record<StatusAccount>({
  id: orNull(text((value) => /^[A-Za-z0-9-]{1,64}$/.test(value))),
  name: orNull(name),
  product: orNull(oneOf('residential', 'mobile')),
  state: oneOf('ok', 'stale', 'offline', 'signed_out'),
  read_at: orNull(time),
  stale_at: orNull(time),
  period: record({ kind: oneOf('month', 'cycle'), from: orNull(day), to: orNull(day) }),
  used_gb: orNull(gb),
  plan_gb: orNull(gb),
  left_gb: orNull(gb),
  month_gb: orNull(gb),
  forecast: orNull(
    record({
      end_gb: anyNumber,
      low_gb: anyNumber,
      high_gb: anyNumber,
      ends_at: time,
      runs_out_at: orNull(time),
    }),
  ),
  counts: orNull(
    record({ sub_users: count, active: count, disabled: count, near_limit: count, over_limit: count }),
  ),
  alerts: list(alert, statusBounds.alerts),
  sub_users: list(subUser, mostStatusSubUsers),
});

const status = record<Status>({
  schema: oneOf(statusVersion),
  as_of: time,
  accounts: list(account, statusBounds.accounts),
});

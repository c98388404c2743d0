import { type Demand, law, strictLaw } from './law.ts';

type Field = { of: string; key: string; demand: Demand };

/** Returns how a value that passed breaks the law, by comparing it with a valid one; null if it does not. */
export function breach(of: string, passed: unknown, valid: unknown, key = 'value'): string | null {
  const demand = strictLaw[of]?.[key] ?? law[key];
  if (demand === undefined) return `${key} has no law`;
  const field = { of, key, demand };
  // A key without a value counts as left out.
  if (passed === undefined) return null;
  if (passed === null) return demand.null || valid === null ? null : `${key} is null`;
  if (Array.isArray(passed)) return brokenList(field, passed, valid);
  if (typeof passed === 'number') return brokenNumber(field, passed);
  if (typeof passed === 'string') return brokenText(field, passed);
  if (typeof passed === 'boolean') return demand.flag ? null : `${key} is a flag`;
  return typeof passed === 'object'
    ? brokenObject(field, passed, valid)
    : `${key} is of type ${typeof passed}`;
}

function brokenNumber({ key, demand: { number, whole, above } }: Field, passed: number): string | null {
  if (number === undefined) return `${key} is a number`;
  const [least, most] = number;
  const within = passed >= least && passed <= most && !(above && passed === least);
  return within && (!whole || Number.isInteger(passed)) ? null : `${key} is ${passed}`;
}

function brokenText({ key, demand: { text, filled, pattern, is } }: Field, passed: string): string | null {
  if (text === undefined && is === undefined) return `${key} is a text`;
  if (text !== undefined && passed.length > text) return `${key} has ${passed.length} characters`;
  if (filled && passed === '') return `${key} is empty`;
  return pattern?.test(passed) === false || is?.(passed) === false
    ? `${key} is ${passed.slice(0, 20)}`
    : null;
}

function brokenList({ of, key, demand: { items } }: Field, passed: unknown[], valid: unknown): string | null {
  if (items === undefined) return `${key} is a list`;
  if (passed.length < items[0] || passed.length > items[1]) return `${key} has ${passed.length} items`;
  const model: unknown = Array.isArray(valid) ? valid[0] : undefined;
  for (const each of new Set(passed)) {
    const isRow = typeof each === 'object' && each !== null;
    const broken = breach(of, each, model, isRow ? 'value' : key);
    if (broken !== null) return broken;
  }
  return null;
}

function brokenObject(
  { of, key, demand: { keys, table } }: Field,
  passed: object,
  valid: unknown,
): string | null {
  if (table !== undefined) return brokenTable(of, table, passed, valid);
  if (typeof valid !== 'object' || valid === null) return `${key} is an object`;
  if (keys && Object.keys(passed).length === 0) return `${key} has no keys`;
  if ('ids' in passed && 'confirmed' in passed && Object(passed.ids).length !== passed.confirmed)
    return `${passed.confirmed} were confirmed`;
  if ('from' in passed && 'to' in passed && passed.from === passed.to) return 'no time is between';
  if ('from' in passed && 'expires' in passed && String(passed.from) > String(passed.expires))
    return 'it ends before it begins';
  for (const [name, each] of Object.entries(passed)) {
    if (!Object.hasOwn(valid, name)) return `${name} was not asked for`;
    const broken = breach(of, each, Reflect.get(valid, name), name);
    if (broken !== null) return broken;
  }
  return null;
}

function brokenTable(
  of: string,
  [pattern, field]: NonNullable<Demand['table']>,
  passed: object,
  valid: unknown,
): string | null {
  const [model]: unknown[] = Object.values(Object(valid));
  for (const [name, each] of Object.entries(passed)) {
    if (!pattern.test(name)) return `a key is ${name.slice(0, 20)}`;
    const broken = breach(of, each, model, field);
    if (broken !== null) return broken;
  }
  return null;
}

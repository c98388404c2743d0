import { say } from '../text/say.ts';

const formats = ['text', 'json', 'waybar', 'polybar', 'xbar', 'prometheus'] as const;
export type StatusFormat = (typeof formats)[number];

/** What has to be left. */
export type Needed = { gb: number } | { percent: number };

/** An absent account asks about all. */
type Scope = { account: string | null; names: boolean };

export type StatusQuestion = Scope & { kind: 'status'; format: StatusFormat };

export type GuardQuestion = Scope & {
  kind: 'guard';
  needed: Needed;
  /** Null asks about the plan. */
  subUser: string | null;
  /** Null takes figures until Oxygauge itself calls them outdated. */
  maxAgeMs: number | null;
};

export type Question = { kind: 'help' } | StatusQuestion | GuardQuestion;

export const questionSwitches = [
  'status',
  'guard',
  'sub-user',
  'account',
  'max-age',
  'no-names',
  'help',
] as const;
type Name = (typeof questionSwitches)[number];

/** The values of the switches that were given; an absent value is null. */
type Given = ReadonlyMap<Name, string | null>;

/** What a command line asks, or why it cannot be answered. `others` are the words that are none of its switches. */
export type Asked = { others: string[] } & ({ question: Question } | { problem: string });

/** Reads the words of a command line that asks something. */
export function readQuestion(words: readonly string[]): Asked {
  const given = new Map<Name, string | null>();
  const others: string[] = [];
  for (const word of words) {
    const [, title = '', value] = /^--([a-z-]+)(?:=(.*))?$/s.exec(word) ?? [];
    const name = questionSwitches.find((each) => each === title);
    if (name === undefined) others.push(word);
    else if (given.has(name)) return { others, problem: say('commandLine.use.twice', { name: `--${name}` }) };
    else given.set(name, value ?? null);
  }
  const asked = questionOf(given);
  return typeof asked === 'string' ? { others, problem: asked } : { others, question: asked };
}

/** Returns the question, or what is wrong with it. */
function questionOf(given: Given): Question | string {
  for (const name of ['help', 'no-names'] as const)
    if ((given.get(name) ?? null) !== null) return say('commandLine.use.nothing', { name: `--${name}` });
  for (const name of ['account', 'sub-user'] as const)
    if (given.has(name) && !given.get(name)) return say('commandLine.use.name', { name: `--${name}` });
  if (given.has('help')) return { kind: 'help' };
  if (given.has('status') && given.has('guard')) return say('commandLine.use.both');
  const scope = { account: given.get('account') ?? null, names: !given.has('no-names') };
  if (given.has('guard')) return guardOf(given, scope);
  if (given.has('status')) return statusOf(given, scope);
  const [name = 'status'] = given.keys();
  return say('commandLine.use.neither', { name: `--${name}` });
}

function statusOf(given: Given, scope: Scope): Question | string {
  for (const name of ['sub-user', 'max-age'] as const)
    if (given.has(name)) return say('commandLine.use.alone', { name: `--${name}` });
  const format = formats.find((each) => each === (given.get('status') ?? 'text'));
  return format === undefined ? say('commandLine.use.status') : { kind: 'status', format, ...scope };
}

function guardOf(given: Given, scope: Scope): Question | string {
  const needed = neededOf(given.get('guard') ?? '');
  if (needed === null) return say('commandLine.use.guard');
  const maxAgeMs = given.has('max-age') ? durationOf(given.get('max-age') ?? '') : null;
  if (given.has('max-age') && maxAgeMs === null) return say('commandLine.use.max-age');
  return { kind: 'guard', needed, subUser: given.get('sub-user') ?? null, maxAgeMs, ...scope };
}

const gbOf = { mb: 0.001, gb: 1, tb: 1_000 } as const;

function neededOf(text: string): Needed | null {
  const [, digits, unit = ''] = /^(\d{1,9}(?:\.\d{1,9})?)(MB|GB|TB|%)$/i.exec(text) ?? [];
  if (digits === undefined) return null;
  const amount = Number(digits);
  if (unit === '%') return amount > 100 ? null : { percent: amount };
  const factor = Object.entries(gbOf).find(([name]) => name === unit.toLowerCase())?.[1];
  return factor === undefined ? null : { gb: amount * factor };
}

const minuteMs = 60_000;
const msOf = { s: 1_000, m: minuteMs, h: 60 * minuteMs, d: 1_440 * minuteMs } as const;

/** A number alone is minutes. */
function durationOf(text: string): number | null {
  const [, digits, unit = 'm'] = /^(\d{1,6})([smhd])?$/.exec(text) ?? [];
  const factor = Object.entries(msOf).find(([name]) => name === unit)?.[1];
  return digits === undefined || factor === undefined ? null : Number(digits) * factor;
}

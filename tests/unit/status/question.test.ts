import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asks } from '../../../electron/status/asks.ts';
import { questionSwitches, readQuestion } from '../../../electron/status/question.ts';
import { sayOnCommandLine } from '../../../electron/text/en-answer.ts';
import { ask } from '../../support/unit/answer.ts';

const asked = (...words: string[]) => {
  sayOnCommandLine();
  return readQuestion(words);
};

test('a command line asks exactly with the switches that are read', () => {
  for (const name of questionSwitches)
    for (const word of [`--${name}`, `--${name}=x`]) expect(asks(['oxygauge', word]), word).toBe(true);
  for (const word of [
    '--show',
    '--show=status',
    '--demo',
    '--statuses',
    'status',
    '--guardian=1',
    '-status',
    '',
  ])
    expect(asks(['oxygauge', word]), word).toBe(false);
  const none = fc.string().filter((word) => !questionSwitches.some((name) => word.startsWith(`--${name}`)));
  fc.assert(fc.property(none, (word) => !asks([word]) && asked(word).others.length === 1));
});

test('the questions', () => {
  const all = { account: null, names: true };
  const rest = { ...all, subUser: null, maxAgeMs: null };
  expect(asked('--status')).toEqual({ others: [], question: { kind: 'status', format: 'text', ...all } });
  expect(asked('--status=waybar', '--account=a=b', '--no-names')).toMatchObject({
    question: { kind: 'status', format: 'waybar', account: 'a=b', names: false },
  });
  expect(asked('--guard=20GB')).toMatchObject({ question: { kind: 'guard', needed: { gb: 20 }, ...rest } });
  expect(asked('--guard=10%', '--sub-user=Zoë ok', '--max-age=2h')).toMatchObject({
    question: { needed: { percent: 10 }, subUser: 'Zoë ok', maxAgeMs: 7_200_000 },
  });
  expect(asked('--help', '--status=nonsense')).toMatchObject({ question: { kind: 'help' } });
});

test('words that are none of its switches are handed back, for the guard of the switches', () => {
  const { others } = asked('--status', '--user-data-dir=/x', 'json', '--inspect=0', '-status');
  expect(others).toEqual(['--user-data-dir=/x', 'json', '--inspect=0', '-status']);
});

test.each([
  ['--guard', /--guard takes an amount/],
  ['--guard=', /--guard takes an amount/],
  ['--guard=20', /--guard takes an amount/],
  ['--guard=-1GB', /--guard takes an amount/],
  ['--guard=1e3GB', /--guard takes an amount/],
  ['--guard=101%', /--guard takes an amount/],
  ['--guard=20GB --guard=30GB', /Give --guard once/],
  ['--status=yaml', /--status takes text, json/],
  ['--status=', /--status takes text, json/],
  ['--status --guard=20GB', /either --status or --guard/],
  ['--status --max-age=2h', /Use --max-age with --guard/],
  ['--status --sub-user=a', /Use --sub-user with --guard/],
  ['--guard=20GB --max-age', /--max-age takes a duration/],
  ['--guard=20GB --max-age=2w', /--max-age takes a duration/],
  ['--guard=20GB --max-age=-2h', /--max-age takes a duration/],
  ['--guard=20GB --sub-user=', /--sub-user takes a name/],
  ['--status --account', /--account takes a name/],
  ['--account=a', /Use --account with --status or --guard/],
  ['--no-names', /Use --no-names with --status or --guard/],
  ['--status --no-names=yes', /--no-names takes no value/],
  ['--help=all', /--help takes no value/],
])('%s is wrong use, on standard error', (words, reason) => {
  const { code, answer, problem } = ask(words);
  expect(code).toBe(64);
  expect(answer).toBe('');
  expect(problem).toMatch(reason);
  expect(problem).toMatch(/\noxygauge --help lists the switches\.\n$/);
});

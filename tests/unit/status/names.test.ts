import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { StatusAccount } from '../../../electron/contract/status.ts';
import { accountWith, ask, fileOf } from '../../support/unit/answer.ts';
import { readPrometheus } from '../../support/unit/prometheus.ts';

const questions = [
  ...['text', 'json', 'waybar', 'polybar', 'xbar', 'prometheus'].map((format) => `--status=${format}`),
  '--guard=20GB',
  '--guard=900GB',
  '--guard=1GB --sub-user=job_one',
  '--guard=1GB --sub-user=gone',
];

const alert = { rule: 'limit', sub_user: 'job_one', since: '2026-11-20T08:00:00Z' };
const subUsers = accountWith().sub_users.map((each, index) =>
  index === 0 ? { ...each, name: 'job_one' } : each,
);
const named = accountWith({ id: 'one-id', name: 'main_user', alerts: [alert], sub_users: subUsers });

test('with names off, no answer holds a name or an id, and accounts are kept apart', () => {
  for (const accounts of [[named], [named, { ...named, name: 'other_user', id: 'other-id' }]])
    for (const question of questions) {
      const { answer, problem } = ask(`${question} --no-names`, fileOf(...accounts));
      expect(`${answer}${problem}`, question).not.toMatch(/main_user|other_user|job_one|gone|-id/);
    }
  const two = fileOf(named, { ...named, used_gb: 1 });
  expect(ask('--status --no-names', fileOf(named)).answer).toMatch(/^211\.70 GB of 300 GB/);
  expect(ask('--status --no-names', two).answer).toMatch(/^Account 1: 211.*\nAccount 2: 1\.00 GB/);
  const samples = readPrometheus(ask('--status=prometheus --no-names', two).answer);
  expect(samples.slice(0, 2).map(({ labels }) => labels.account)).toEqual(['1', '2']);
});

/** Names that mean something to a terminal, to Pango, polybar, xbar or JSON. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '\n',
        '\r',
        '\x1b[31m',
        '\x07',
        '\x9b',
        '\u202e',
        '\u2028',
        '---',
        '--',
        '|',
        ' bash=x',
        '"',
      ),
      fc.constantFrom('%{A1:xcalc:}', '%{', '<b>', '&', '</span>', '\\', '| shell=xcalc terminal=false', 'a'),
      fc.string({ maxLength: 5 }),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => parts.join(''));

function fileNaming(account: string, subUser: string) {
  const [first] = named.sub_users;
  const subUsers = first === undefined ? [] : [{ ...first, name: subUser }];
  return fileOf({ ...named, name: account, sub_users: subUsers }, { ...named, name: 'b' } as StatusAccount);
}

const answers = (account: string, subUser: string) => (format: string) =>
  ask(`--status=${format}`, fileNaming(account, subUser)).answer;

test('checklist command-line: no name steers a terminal, adds a line or a parameter, or opens a tag', () => {
  fc.assert(
    fc.property(hostile, hostile, (account, subUser) => {
      const of = answers(account, subUser);
      for (const format of ['text', 'json', 'waybar', 'polybar', 'xbar'])
        expect(of(format).replaceAll('\n', ''), format).not.toMatch(/[\p{Cc}\u200e-\u200f\u2028-\u202e]/u);
      expect(of('text').trimEnd().split('\n')).toHaveLength(2);
      expect(of('polybar')).not.toContain('%{');
      const { tooltip, text } = JSON.parse(of('waybar'));
      for (const markup of [tooltip, text]) expect(markup.replace(/&(amp|lt|gt);/g, '')).not.toMatch(/[<>&]/);
      expect(tooltip.split('\n')).toHaveLength(5);
      const menu = of('xbar').trimEnd().split('\n');
      expect(menu).toHaveLength(7);
      for (const [index, line] of menu.entries())
        expect(line).toMatch(index === 1 ? /^---$/ : /^(?!--)[^|]* \| emojize=false$/);
    }),
  );
});

test('JSON and Prometheus hold a name as it is', () => {
  fc.assert(
    fc.property(hostile, (account) => {
      const of = answers(account, 'near');
      expect(JSON.parse(of('json')).accounts[0].name).toBe(account);
      expect(readPrometheus(of('prometheus'))[0]?.labels.account).toBe(account);
    }),
  );
});

test('accounts of one name are two series in Prometheus', () => {
  const samples = readPrometheus(answers('b', 'near')('prometheus'));
  const names = samples.filter(({ name }) => name === 'oxygauge_up').map(({ labels }) => labels.account);
  expect(names).toEqual(['b', 'b (2)']);
});

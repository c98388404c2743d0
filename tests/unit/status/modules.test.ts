import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { promtool } from '../../../build/session/promtool.ts';
import { exitCodes } from '../../../electron/status/answer.ts';
import { questionSwitches, readQuestion } from '../../../electron/status/question.ts';
import { accountWith, ask, fileOf } from '../../support/unit/answer.ts';

const docs = resolve(import.meta.dirname, '../../../docs');
const folder = join(docs, 'status-bars');
const read = (name: string) => readFileSync(join(folder, name), 'utf8');

/** The command lines of a text that ask something, such as `oxygauge --status=waybar`. */
const questionsIn = (text: string) =>
  [...text.matchAll(/\boxygauge ((?:--[\w-]+(?:=[^\s`"]+)?(?: |\b|%))+)/gi)]
    .map(([, words = '']) => words.trim().split(' '))
    .filter(([word = '']) => !word.startsWith('--show'));

test('each command line of the modules and of the page is one that the app reads', () => {
  const pages = [...readdirSync(folder).map(read), readFileSync(join(docs, 'status.md'), 'utf8')];
  const questions = pages.flatMap(questionsIn);
  expect(questions.length).toBeGreaterThan(4);
  for (const words of questions) expect(readQuestion(words), words.join(' ')).toHaveProperty('question');
});

test('the page names every switch and exit code', () => {
  const page = readFileSync(join(docs, 'status.md'), 'utf8');
  for (const name of questionSwitches) expect(page).toContain(`--${name}`);
  for (const code of Object.values(exitCodes)) expect(page).toContain(`| ${code} |`);
});

test('the module for waybar is JSON with what `man waybar-custom` documents, and its colours are for our classes', () => {
  const json = read('waybar.jsonc').replace(/^\s*\/\/.*$/gm, '');
  const options = Object.keys(JSON.parse(json)['custom/oxygauge']);
  expect(options).toEqual(['exec', 'return-type', 'interval', 'on-click']);
  const classes = [...read('waybar.css').matchAll(/#custom-oxygauge\.(\w+)/g)].map(([, name]) => name);
  expect(classes).toEqual(['warning', 'critical', 'stale', 'offline', 'signed_out', 'unknown']);
});

test('an answer for waybar has the fields that `man waybar-custom` documents', () => {
  const answer = JSON.parse(ask('--status=waybar').answer);
  expect(Object.keys(answer).sort()).toEqual(['alt', 'class', 'percentage', 'text', 'tooltip']);
});

const metrics = () => ask('--status=prometheus', fileOf(accountWith())).answer;

test('each metric of the alert rules is one that is written', () => {
  const names = new Set(read('prometheus-rules.yml').match(/oxygauge_\w+/g));
  expect(names.size).toBeGreaterThan(3);
  for (const name of names) expect(metrics()).toContain(`# TYPE ${name} gauge`);
});

/** For the download of a package of 20 MB, the first time. */
const downloadLimitMs = 120_000;

test.runIf(process.platform === 'linux')(
  'promtool takes the alert rules and the metrics',
  () => {
    const checker = promtool();
    const rules = spawnSync(checker, ['check', 'rules', join(folder, 'prometheus-rules.yml')]);
    expect(`${rules.stdout}${rules.stderr}`).toMatch(/SUCCESS: 4 rules found/);
    const checked = spawnSync(checker, ['check', 'metrics'], { input: metrics() });
    expect(`${checked.stdout}${checked.stderr}`).toBe('');
  },
  downloadLimitMs,
);

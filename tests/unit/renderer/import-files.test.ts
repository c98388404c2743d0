import { expect, test } from 'vitest';
import { errorLinesCsv, isBad, templateCsv } from '../../../renderer/manager/sub-users/bulk/import-files.ts';
import { readCsv } from '../../../renderer/manager/sub-users/bulk/read-csv.ts';

test('the template can be imported as it is', () => {
  const file = readCsv(templateCsv());
  if ('problem' in file) throw new Error(file.problem);
  expect(file.lines.map((line) => ('plan' in line ? line.plan.limitGb : line.problems))).toEqual([5, null]);
});

test('the lines with errors are saved as they were, with what is wrong, and can be read again', () => {
  const file = readCsv('name;limit (gb);note\r\ngood_one;5;a\r\nbad name;5;"x; y"\r\nshort\r\n');
  if ('problem' in file) throw new Error(file.problem);
  const saved = errorLinesCsv(file.headings, file.lines.filter(isBad));
  const [heading, first, second] = saved.split('\r\n');
  expect(heading).toBe('name,limit (gb),note,Errors');
  expect(first).toContain('bad name,5,x; y,');
  expect(second).toMatch(/^short,,,/);
  const again = readCsv(saved);
  if ('problem' in again) throw new Error(again.problem);
  expect(again.lines.map(({ username }) => username)).toEqual(['bad name', 'short']);
});

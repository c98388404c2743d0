import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { collectOnce } from '../../../electron/desktop/app/small-heap.ts';

test('collecting leaves no way to collect to later code', () => {
  collectOnce();
  expect(runInNewContext('typeof gc')).toBe('undefined');
});

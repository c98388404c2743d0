import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readShow, usernameIn } from '../../../electron/desktop/app/show.ts';

test('the manager is asked for by itself, or at a sub-user of any name', () => {
  expect(readShow(['oxygauge', '--demo'])).toBeNull();
  expect(readShow(['oxygauge', '--showing', 'show'])).toBeNull();
  expect(readShow(['oxygauge', '--show'])).toEqual({ username: null });
  expect(readShow(['oxygauge', '--show='])).toEqual({ username: null });
  expect(readShow(['oxygauge', '--show=Zoë=1'])).toEqual({ username: 'Zoë=1' });
  expect(readShow(['oxygauge', '--show=one', '--show=two'])).toEqual({ username: 'two' });
});

test('checklist second-instance: of what a second instance hands over, a name is read and nothing else', () => {
  expect(usernameIn({ username: 'near' })).toBe('near');
  expect(usernameIn({ username: 'a'.repeat(1_001) })).toBeNull();
  fc.assert(
    fc.property(fc.anything(), (handed) => {
      const name = usernameIn(handed);
      expect(name === null || (name !== '' && name.length <= 1_000)).toBe(true);
    }),
  );
});

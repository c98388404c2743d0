import { expect, test } from 'vitest';
import { rowKeyAction } from '../../../renderer/manager/sub-users/grid/row-keys.ts';

const pressed = (key: string, change: object = {}) => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  ...change,
});

test.each([
  ['Enter', 'open'],
  [' ', 'toggle'],
  ['F2', 'edit'],
  ['l', 'limit'],
  ['Delete', 'delete'],
  ['ContextMenu', 'menu'],
  ['a', null],
  ['ArrowDown', null],
  ['Escape', null],
  ['constructor', null],
])('%s on a row: %s', (key, action) => expect(rowKeyAction(pressed(key))).toBe(action));

test('Shift+Space selects a range, Shift+F10 opens the menu, and no other key acts with a modifier', () => {
  expect(rowKeyAction(pressed(' ', { shiftKey: true }))).toBe('range');
  expect(rowKeyAction(pressed('F10', { shiftKey: true }))).toBe('menu');
  for (const modifier of ['shiftKey', 'ctrlKey', 'altKey', 'metaKey']) {
    expect(rowKeyAction(pressed('Delete', { [modifier]: true }))).toBeNull();
  }
});

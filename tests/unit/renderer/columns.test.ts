import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type ColumnChoice,
  columnChoiceSchema,
  defaultSettings,
  subUserColumns,
} from '../../../electron/contract/settings.ts';
import { settingsMigrations } from '../../../electron/contract/settings-migrations.ts';
import {
  wholeChoice,
  withMoved,
  withShown,
  withWidth,
} from '../../../renderer/manager/sub-users/grid/column-choice.ts';
import { layColumns } from '../../../renderer/manager/sub-users/grid/column-layout.ts';
import { gridColumns, leavingOrder } from '../../../renderer/manager/sub-users/grid/columns.ts';

const ids = subUserColumns;
const anyChoice = fc.array(
  fc.record({
    id: fc.constantFrom(...ids),
    shown: fc.boolean(),
    widthPx: fc.option(fc.integer({ min: 40, max: 1_000 })),
  }),
  { maxLength: 20 },
);
const idsOf = (choice: ColumnChoice) => choice.map(({ id }) => id);
const layOf = (widthPx: number, choice: ColumnChoice = []) =>
  layColumns(choice, widthPx).map(({ id, widthPx: own }) => [id, own] as const);
const sum = (widths: readonly (readonly [unknown, number])[]) =>
  widths.reduce((total, [, widthPx]) => total + widthPx, 0);

describe('the choice of columns', () => {
  test('any stored choice yields every column once, and can be stored', () => {
    fc.assert(
      fc.property(anyChoice, (choice) => {
        const whole = wholeChoice(choice);
        expect([...idsOf(whole)].sort()).toEqual([...ids].sort());
        expect(columnChoiceSchema.parse(whole)).toEqual(whole);
        expect(wholeChoice(whole)).toEqual(whole);
      }),
    );
  });

  test('a new profile shows six columns; one that a choice does not name comes where it usually is', () => {
    const shown = wholeChoice([]).filter((each) => each.shown);
    expect(idsOf(shown)).toEqual(['username', 'traffic', 'limit', 'share', 'days', 'runsOut']);
    const chosen = wholeChoice([{ id: 'limit', shown: false, widthPx: 90 }]);
    expect(idsOf(chosen)).toEqual(idsOf(wholeChoice([])));
  });

  test('a column moves by one place, and stays at the ends', () => {
    const moved = withMoved([], 'share', -1);
    expect(idsOf(moved).slice(0, 4)).toEqual(['username', 'traffic', 'share', 'limit']);
    expect(idsOf(withMoved(moved, 'username', -1))).toEqual(idsOf(moved));
  });

  test('hiding and resizing change one column', () => {
    expect(withShown([], 'created', true).find(({ id }) => id === 'created')?.shown).toBe(true);
    expect(withWidth([], 'limit', 99).filter(({ widthPx }) => widthPx !== null)).toEqual([
      { id: 'limit', shown: true, widthPx: 99 },
    ]);
  });
});

describe('the widths', () => {
  test('fill the grid exactly: the name grows first, and what all leave is spread, so none is far from its neighbour', () => {
    fc.assert(
      fc.property(fc.integer({ min: 684, max: 3_000 }), (widthPx) => {
        expect(sum(layOf(widthPx))).toBe(widthPx);
      }),
    );
    const wide = new Map(layOf(2_300));
    for (const { id, mostPx } of gridColumns)
      if (wide.has(id)) expect(wide.get(id)).toBeGreaterThanOrEqual(mostPx);
    expect(wide.get('days')).toBeLessThan(280);
    const usual = new Map(layOf(1_392));
    expect(usual.get('username')).toBeGreaterThan(350);
    expect(usual.get('days')).toBeLessThan(160);
    // In a narrower one only the name grows.
    const narrow = new Map(layOf(800));
    expect(narrow.get('username')).toBeGreaterThan(280);
    expect(narrow.get('days')).toBe(82);
  });

  test('in a narrow grid the least important columns leave first, and the share never does', () => {
    const all: ColumnChoice = ids.map((id) => ({ id, shown: true, widthPx: null }));
    const leftAt = (widthPx: number) => {
      const kept = new Set(layOf(widthPx, all).map(([id]) => id));
      return leavingOrder.filter((id) => !kept.has(id));
    };
    for (let widthPx = 1_400; widthPx >= 300; widthPx -= 20) {
      const left = leftAt(widthPx);
      expect(left).toEqual(leavingOrder.slice(0, left.length));
    }
    expect(leftAt(1_400)).toEqual([]);
    expect(leftAt(300)).toEqual(leavingOrder);
    expect(layOf(300, all).map(([id]) => id)).toContain('share');
  });

  test('a width that the user chose stays at any width of the window', () => {
    for (const widthPx of [700, 1_000, 2_000]) {
      expect(new Map(layOf(widthPx, [{ id: 'username', shown: true, widthPx: 222 }])).get('username')).toBe(
        222,
      );
    }
  });
});

test('settings that were ordered by the status, which is no column now, keep their filter', () => {
  const lift = (subUserView: unknown) =>
    settingsMigrations.reduce<unknown>((settings, step) => step(settings), { subUserView });
  const view = { direction: 'ascending', filter: 'disabled' };
  expect(lift({ ...view, column: 'status' })).toMatchObject({ subUserView: view });
  expect(lift({ ...view, column: 'status' })).not.toMatchObject({ subUserView: { column: 'status' } });
  const { subUserView } = defaultSettings;
  expect(lift(subUserView)).toMatchObject({ subUserView });
});

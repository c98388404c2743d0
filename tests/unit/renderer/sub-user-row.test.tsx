import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { limitFromGb } from '../../../electron/contract/limit.ts';
import { gridColumns } from '../../../renderer/manager/sub-users/grid/columns.ts';
import { SubUserRow } from '../../../renderer/manager/sub-users/grid/sub-user-row.tsx';

const shown = {
  subUser: {
    id: 7,
    username: 'seo_audit',
    status: 'active' as const,
    createdAt: null,
    trafficGb: 9,
    limit: limitFromGb(10),
    disablesAtLimit: true,
    lifetime: false,
    listed: true,
  },
  index: 3,
  columns: gridColumns,
  gridId: 'grid',
  collectionId: 'rows',
  locale: 'en',
  isSelected: true,
  isOpen: false,
  isMain: false,
  isMuted: false,
  own: null,
  days: undefined,
  reachesAt: undefined,
  rowHeightPx: 32,
  focused: 'row' as const,
};

const markup = renderToStaticMarkup(createElement(SubUserRow, shown));
const count = (pattern: RegExp) => [...markup.matchAll(pattern)].length;

test('a row is few elements without listeners, since a jump of the scroll bar shows forty', () => {
  // Itself, a cell a column, and in these a box of three, an icon of five, the name, a bar of four, and a button of five.
  expect(count(/<\w/g)).toBe(1 + gridColumns.length + 18);
});

test('the row of a full grid names itself, its place and what is in it', () => {
  expect(markup).toMatch(
    /^<div [^>]*role="row" aria-rowindex="5" aria-selected="true" aria-labelledby="grid-7"/,
  );
  expect(markup).toContain('role="rowheader" id="grid-7"');
  expect(count(/role="gridcell"/g)).toBe(gridColumns.length - 1);
  expect(markup).toContain('aria-label="Select seo_audit"');
  expect(markup).toContain('aria-label="Actions for seo_audit"');
});

test('the Tab key has one stop in a row, where the focus was', () => {
  expect(count(/tabindex="0"/g)).toBe(1);
  expect(markup).toMatch(/^<div [^>]*tabindex="0"/);
  const cell = renderToStaticMarkup(createElement(SubUserRow, { ...shown, focused: 'select' }));
  expect([...cell.matchAll(/tabindex="0"/g)]).toHaveLength(1);
  expect(cell).toContain('data-key="7 select" tabindex="0"');
});

test('the own limit stands beside Guard’s cap, and what is used is a share of the own one', () => {
  const capped = renderToStaticMarkup(createElement(SubUserRow, { ...shown, own: limitFromGb(90) }));
  expect(capped).toContain('title="Your limit 90, cap 10"');
  expect(capped).toContain('>90 · 10<');
  expect(capped).toContain('>10%<');
  expect(capped).not.toContain('Over limit');
});

import type { Key } from 'react-aria-components';
import type { TableState } from 'react-stately/useTableState';
import type { SubUser } from '../../../../electron/contract/sub-user.ts';
import { columnName } from '../../../../electron/text/grid.ts';
import type { GridColumn } from './columns.ts';

export type GridState = TableState<SubUser>;
type Collection = GridState['collection'];
export type GridNode = Collection['body'];

const bodyKey = 'body';
const headKey = 'head';

/**
 * Holds the rows for React Aria's grid, built on demand: its own components build every row and cell up front, which takes
 * seconds for 10,000. Keys are the sub-user's id for rows, `ID COLUMN` for cells, and the column's id.
 */
export class SubUserCollection implements Collection {
  readonly columnCount: number;
  readonly columns: GridNode[];
  readonly rowHeaderColumnKeys = new Set<Key>(['username']);
  readonly headerRows: GridNode[];
  readonly body: GridNode;
  readonly #subUsers: readonly SubUser[];
  #index: Map<Key, number> | null = null;
  readonly #made: GridNode[] = [];
  #rows: GridNode[] | null = null;

  constructor(subUsers: readonly SubUser[], columns: readonly GridColumn[]) {
    this.columnCount = columns.length;
    this.columns = columns.map(columnNode);
    this.#subUsers = subUsers;
    this.headerRows = [
      node({ type: 'headerrow', key: headKey, hasChildNodes: true, childNodes: this.columns }),
    ];
    const rows = { [Symbol.iterator]: () => this[Symbol.iterator]() };
    this.body = node({ type: 'body', key: bodyKey, hasChildNodes: true, childNodes: rows });
  }

  get size(): number {
    return this.#subUsers.length;
  }
  get rows(): GridNode[] {
    this.#rows ??= [...this];
    return this.#rows;
  }
  *[Symbol.iterator](): IterableIterator<GridNode> {
    for (let index = 0; index < this.size; index += 1) {
      const row = this.at(index);
      if (row !== null) yield row;
    }
  }

  subUserAt(index: number): SubUser | null {
    return this.#subUsers[index] ?? null;
  }

  at(index: number): GridNode | null {
    const subUser = this.subUserAt(index);
    if (subUser === null) return null;
    const row = this.#made[index] ?? rowNode(subUser, index, this.columns);
    this.#made[index] = row;
    return row;
  }

  /** Returns the index of a row, or of a cell's row; null for other keys. */
  indexOf(key: Key): number | null {
    return this.#places().get(rowKeyOf(key)) ?? null;
  }

  getKeys(): Iterable<Key> {
    return this.#places().keys();
  }
  getFirstKey(): Key | null {
    return this.#subUsers[0]?.id ?? null;
  }
  getLastKey(): Key | null {
    return this.#subUsers.at(-1)?.id ?? null;
  }
  getKeyBefore(key: Key): Key | null {
    return this.#beside(key, -1);
  }
  getKeyAfter(key: Key): Key | null {
    return this.#beside(key, 1);
  }

  getItem(key: Key): GridNode | null {
    if (key === bodyKey) return this.body;
    const column = this.columns.find((each) => each.key === key);
    if (column !== undefined) return column;
    const index = this.indexOf(key);
    const row = index === null ? null : this.at(index);
    if (row === null || row.key === key) return row;
    return [...row.childNodes].find((cell) => cell.key === key) ?? null;
  }
  getChildren(key: Key): Iterable<GridNode> {
    return this.getItem(key)?.childNodes ?? [];
  }
  getTextValue(key: Key): string {
    return this.getItem(key)?.textValue ?? '';
  }

  /** Made when it is first needed, since a search at each key makes a new collection. */
  #places(): Map<Key, number> {
    this.#index ??= new Map(this.#subUsers.map(({ id }, index) => [id, index]));
    return this.#index;
  }

  #beside(key: Key, step: 1 | -1): Key | null {
    const column = this.columns.findIndex((each) => each.key === key);
    if (column !== -1) return this.columns[column + step]?.key ?? null;
    const index = this.#places().get(key);
    return index === undefined ? null : (this.#subUsers[index + step]?.id ?? null);
  }
}

/** Returns the row's part of a cell's key. */
function rowKeyOf(key: Key): Key {
  return typeof key === 'string' && key.includes(' ') ? Number(key.slice(0, key.indexOf(' '))) : key;
}

type Given = Partial<GridNode> & Pick<GridNode, 'type' | 'key'>;

function node(given: Given): GridNode {
  return {
    value: null,
    level: 0,
    hasChildNodes: false,
    childNodes: [],
    rendered: null,
    textValue: '',
    index: 0,
    props: {},
    ...given,
  };
}

function columnNode({ id, firstOrder }: GridColumn, index: number): GridNode {
  const props = { allowsSorting: firstOrder !== null, isSelectionCell: id === 'select' };
  return node({ type: 'column', key: id, index, textValue: columnName(id), parentKey: headKey, props });
}

function rowNode(subUser: SubUser, index: number, columns: GridNode[]): GridNode {
  const { id, username } = subUser;
  let cells: GridNode[] | null = null;
  return {
    ...node({ type: 'item', key: id, value: subUser, index, textValue: username }),
    hasChildNodes: true,
    parentKey: bodyKey,
    get childNodes() {
      cells ??= columns.map((column, place) => cellNode(subUser, column, place));
      return cells;
    },
  };
}

function cellNode({ id, username }: SubUser, column: GridNode, place: number): GridNode {
  return node({
    type: 'cell',
    key: `${id} ${column.key}`,
    index: place,
    colIndex: place,
    parentKey: id,
    column,
    textValue: column.key === 'username' ? username : '',
  });
}

/** A test as a report tells of it. */
export type Told = { title: string; passed: boolean };

/** What the titles prove of one kind of row. */
export type Proofs = {
  rows: number;
  proved: number;
  /** Rows without a test that passed, or with one that did not. */
  unproved: string[];
  /** Ids that tests name and no row has. */
  unheardOf: string[];
};

/** A row is proved when a test that names it passed and none that names it failed: `checklist ID: …`, `checklist ID, ID: …`. */
export function prove(kind: 'checklist' | 'fault', rows: readonly string[], tests: readonly Told[]): Proofs {
  const named = tests.flatMap(({ title, passed }) => idsIn(kind, title).map((id) => ({ id, passed })));
  const proved = rows.filter((row) => {
    const own = named.filter(({ id }) => id === row);
    return own.length > 0 && own.every(({ passed }) => passed);
  });
  return {
    rows: rows.length,
    proved: proved.length,
    unproved: rows.filter((row) => !proved.includes(row)),
    unheardOf: [...new Set(named.map(({ id }) => id))].filter((id) => !rows.includes(id)),
  };
}

function idsIn(kind: string, title: string): string[] {
  if (!title.startsWith(`${kind} `)) return [];
  const [ids = ''] = title.slice(kind.length + 1).split(': ', 1);
  return ids.split(', ');
}

/** The ids in the first column of a document's tables: `| \`id\` | …`. Throws where one comes twice. */
export function rowsOf(markdown: string): string[] {
  const ids = [...markdown.matchAll(/^\| `([a-z0-9-]+)` \|/gm)].map(([, id = '']) => id);
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twice !== undefined) throw new Error(`The row ${twice} is there twice.`);
  return ids;
}

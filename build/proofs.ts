/** A test's result in a report. */
export type TestResult = { title: string; passed: boolean };

/** The rows of one kind that the titles prove. */
export type Proofs = {
  rows: number;
  proved: number;
  /** Rows without a test that passed, or with one that did not. */
  unproved: string[];
  /** Ids that tests name but that no row has. */
  unknownIds: string[];
};

/**
 * Finds the proved rows: a test that names the row passed and none that names it failed (`checklist ID: …`,
 * `checklist ID, ID: …`).
 */
export function prove(
  kind: 'checklist' | 'fault',
  rows: readonly string[],
  tests: readonly TestResult[],
): Proofs {
  const named = tests.flatMap(({ title, passed }) => idsIn(kind, title).map((id) => ({ id, passed })));
  const proved = rows.filter((row) => {
    const own = named.filter(({ id }) => id === row);
    return own.length > 0 && own.every(({ passed }) => passed);
  });
  return {
    rows: rows.length,
    proved: proved.length,
    unproved: rows.filter((row) => !proved.includes(row)),
    unknownIds: [...new Set(named.map(({ id }) => id))].filter((id) => !rows.includes(id)),
  };
}

function idsIn(kind: string, title: string): string[] {
  if (!title.startsWith(`${kind} `)) return [];
  const [ids = ''] = title.slice(kind.length + 1).split(': ', 1);
  return ids.split(', ');
}

/**
 * Returns the ids in the first column of a document's tables: `| \`id\` | …`. Throws where one appears twice.
 */
export function rowsOf(markdown: string): string[] {
  const ids = [...markdown.matchAll(/^\| `([a-z0-9-]+)` \|/gm)].map(([, id = '']) => id);
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twice !== undefined) throw new Error(`The row ${twice} is there twice.`);
  return ids;
}

import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseSync } from 'vite';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** Holds the words to avoid, and so cannot avoid them. */
const exempt = ['docs/glossary.md', 'tests/unit/words.test.ts'];

/** Each as the glossary lists it, and where it is wrong. The lookaheads leave out the senses that are plain English. */
const banned: Record<string, RegExp> = {
  anew: /\banew\b/i,
  'told, tells': /\b(?:told|tells?|telling)\b(?![^.]{0,40}\bapart\b)/i,
  odd: /\bodd(?:ly|ity|ities)?\b(?! (?:and even|number|length))/i,
  'let go': /\b(?:let|lets|letting)(?: \w+)? go\b/i,
  'the person': /\bthe person\b/i,
  whoever: /\bwhoever\b/i,
  'nobody, somebody or anybody': /\b(?:nobody|somebody|anybody)\b/i,
  'of its own, of their own': /\bof (?:its|their) own\b/i,
  'no more': /\bno more\b(?! than\b| traffic\b| \w+s\b)/i,
  'so many': /\bso many\b/i,
  'thinks better': /\bthinks? better\b/i,
  'stands in': /\b(?:stands?|stood|standing) in\b/i,
};

/** `doc` is a doc comment of something exported, `names` one of an exported function or class, which has to open with a verb. */
type Passage = { line: number; text: string; doc?: boolean; names?: boolean };

const rooms = ['electron', 'renderer', 'build', 'tests', 'docs', '.github'];
const files = [
  ...readdirSync(root),
  ...rooms.flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).map((file) => join(room, file)),
  ),
].filter((file) => /\.(?:tsx?|md|yml|css)$/.test(file) && !exempt.includes(file));
const read = (file: string) => readFileSync(join(root, file), 'utf8');

test('the words of comments, titles, texts and documents are plain English', () => {
  expect(files.length).toBeGreaterThan(500);
  expect(files.flatMap((file) => faultsOf(file, read(file)))).toEqual([]);
}, 60_000);

test('the check sees comments, strings and text of pages, and doc comments that are long or open with no verb', () => {
  const source = [
    '// Starts it',
    '// anew.',
    'const regular = /\\/\\* anew \\*/;',
    "const title = 'Nobody listens';",
    'const page = <p title="oddly made">It was told {title} so</p>;',
    '/** Opens it. Reads it. Closes it. */',
    'export const last = `so many`;',
    '/** Opens it, e.g. `a.b`. Closes it. */',
    'export const two = 2;',
    '/** The way to open it. */',
    'export function open() {}',
    '// Not a part of the above.',
    'export const good = "no more than three, to tell them apart";',
  ].join('\n');
  expect(faultsOf('a.tsx', source)).toEqual([
    'a.tsx:1 “anew”: Starts it anew.',
    'a.tsx:4 “nobody, somebody or anybody”: Nobody listens',
    'a.tsx:5 “odd”: oddly made',
    'a.tsx:5 “told, tells”: It was told',
    'a.tsx:6 a doc comment of 3 sentences: Opens it. Reads it. Closes it.',
    'a.tsx:7 “so many”: so many',
    'a.tsx:10 no verb opens: The way to open it.',
  ]);
  expect(faultsOf('a.md', 'It stands in\nthe log; `anew` is code.\n')).toEqual([
    'a.md:1 “stands in”: It stands in the log; is code.',
  ]);
});

test('Markdown has one sentence a line', () => {
  const lines = files
    .filter((file) => file.endsWith('.md'))
    .flatMap((file) =>
      read(file)
        .replace(/^```.*?^```/gms, '')
        .split('\n')
        .map((line) => `${file}: ${line}`),
    );
  // A bold lead such as "**Units.**" belongs to the sentence after it.
  expect(lines.filter((line) => !/: (?:\||#)/.test(line) && /[a-z`)]\. [A-Z]/.test(line))).toEqual([]);
});

test('the glossary lists every word to avoid, and defines the terms of the API and of the app', () => {
  const glossary = read('docs/glossary.md');
  const rows = [...glossary.matchAll(/^\| ([^|]+) \|/gm)].map(([, word]) => word);
  for (const word of Object.keys(banned)) expect(glossary).toMatch(new RegExp(`^\\|[^|]*${word}`, 'm'));
  const terms = ['account', 'sub-user', 'limit', 'plan', 'budget', 'period', 'cycle', 'forecast', 'reading'];
  const ours = ['roster', 'alert', 'snapshot', 'slice', 'command', 'job', 'unclear write', 'settle'];
  for (const term of [...terms, ...ours]) expect(rows).toContain(term);
});

function faultsOf(file: string, source: string): string[] {
  const passages = /\.tsx?$/.test(file) ? passagesOfCode(file, source) : passagesOfText(file, source);
  return passages.flatMap(({ line, text, doc = false, names = false }) => {
    const plain = text
      .replace(/`[^`]*`/g, '')
      .replace(/\s+/g, ' ')
      .trim();
    const words = Object.keys(banned).filter((word) => banned[word]?.test(plain));
    const sentences = plain.split(/(?<=[.!?])\s+(?=["'“(A-Z])/).length;
    return [
      ...words.map((word) => `${file}:${line} “${word}”: ${plain}`),
      ...(doc && sentences > 2 ? [`${file}:${line} a doc comment of ${sentences} sentences: ${plain}`] : []),
      ...(names && !/^[A-Z][a-z]+s\b/.test(plain) ? [`${file}:${line} no verb opens: ${plain}`] : []),
    ];
  });
}

/** Comments, strings with more than one word, and the text of pages. */
function passagesOfCode(file: string, source: string): Passage[] {
  const { program, comments } = parseSync(file, source);
  const lineAt = (at: number) => source.slice(0, at).split('\n').length;
  const passages: Passage[] = [];
  let endOfLast: number | null = null;
  for (const { type, value, start, end } of comments) {
    const last = passages.at(-1);
    // Line comments that follow each other are one passage.
    const between = endOfLast === null ? 'a block' : source.slice(endOfLast, start);
    if (type === 'Line' && last !== undefined && /^\s*$/.test(between)) last.text += ` ${value}`;
    else {
      const named = value.startsWith('*') ? source.slice(end) : '';
      passages.push({
        line: lineAt(start),
        text: value.replace(/^\s*\*/gm, ''),
        doc: /^\s*export\b/.test(named),
        names: /^\s*export (?:async )?(?:function|class) (?!\w+ extends Error)/.test(named),
      });
    }
    endOfLast = type === 'Line' ? end : null;
  }
  visit(program, (node) => {
    const text = node.type === 'TemplateElement' ? wordsOfTemplate(node) : node.value;
    const isText = ['Literal', 'JSXText', 'TemplateElement'].includes(String(node.type));
    if (isText && typeof text === 'string' && /\S\s+\S/.test(text))
      passages.push({ line: lineAt(Number(node.start)), text });
  });
  return passages.sort((one, other) => one.line - other.line);
}

type Node = { [key: string]: unknown };

function wordsOfTemplate({ value }: Node): unknown {
  return typeof value === 'object' && value !== null && 'cooked' in value ? value.cooked : undefined;
}

function visit(value: unknown, see: (node: Node) => void): void {
  if (Array.isArray(value)) for (const each of value) visit(each, see);
  else if (typeof value === 'object' && value !== null) {
    const node = value as Node;
    if (typeof node.type === 'string') see(node);
    for (const key of Object.keys(node)) visit(node[key], see);
  }
}

/** Paragraphs, list items and rows of a Markdown page; of the rest, comments and all else alike. */
function passagesOfText(file: string, source: string): Passage[] {
  const passages: Passage[] = [];
  for (const [index, each] of source.split('\n').entries()) {
    const text = file.endsWith('.md') ? each : each.replace(/^\s*(?:#|\/?\*+\/?)/, '');
    const last = passages.at(-1);
    if (last !== undefined && text.trim() !== '' && !/^\s*(?:[-|#]|\d+\.)/.test(text) && last.text !== '')
      last.text += ` ${text}`;
    else passages.push({ line: index + 1, text });
  }
  return passages;
}

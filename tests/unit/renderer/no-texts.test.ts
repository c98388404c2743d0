import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseSync } from 'vite';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../../../renderer');
/** The gallery's samples are for developers. */
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.tsx?$/.test(file) && !file.startsWith('gallery/'),
);

test('no component holds a text that a user reads: they are all in electron/text/', () => {
  expect(files.length).toBeGreaterThan(90);
  const found = files.flatMap((file) => textsIn(file, readFileSync(join(root, file), 'utf8')));
  expect(found).toEqual([]);
});

test('the check finds a text wherever it stands, and no class, key or name', () => {
  const source = [
    "import { a } from './a b.ts';",
    'const names = { one: "Set a limit", two: "two" };',
    'const page = <p className="card wide" id="by-day">Read</p>;',
    'const field = <Field label="Date" placeholder={on ? "search here" : "x"} className={on ? "a b" : "c"} />;',
    `const hint = \`\${count} left\`;`,
    'const age = <b>{days} · {hours}</b>;',
    "if (event.key === 'Enter') throw new Error('The page has no root.');",
    `const className = \`row \${state}\`;`,
    'const busy = <p>{on && "Reading…"}</p>;',
  ].join('\n');
  expect(textsIn('a.tsx', source)).toEqual([
    'a.tsx:2 Set a limit',
    'a.tsx:3 Read',
    'a.tsx:4 Date',
    'a.tsx:4 search here',
    'a.tsx:5  left',
    'a.tsx:9 Reading…',
  ]);
});

type Node = { [key: string]: unknown };

/** Returns the strings that read like a text: words in a page, a capital, or several words. */
function textsIn(file: string, source: string): string[] {
  const found: string[] = [];
  walk(parseSync(file, source).program, (node) => {
    if (isCode(node)) return 'skip';
    const text = textOf(node);
    const isText = node.type === 'JSXText' ? /\p{L}/u.test(text) : looksLikeText(text);
    if (isText) found.push(`${file}:${source.slice(0, Number(node.start)).split('\n').length} ${text}`);
    return 'enter';
  });
  return found;
}

function looksLikeText(text: string): boolean {
  return /^\p{Lu}\p{Ll}+/u.test(text) || /\p{L}.*\s|\s.*\p{L}|…/u.test(text);
}

function textOf({ type, value }: Node): string {
  if (type === 'TemplateElement') return String((value as { cooked: unknown }).cooked);
  return (type === 'Literal' || type === 'JSXText') && typeof value === 'string' ? value : '';
}

/** Returns whether a part of the source holds no text for users: imports, classes, errors, comparisons and types. */
function isCode(node: Node): boolean {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'TSTypeAliasDeclaration':
      return true;
    case 'JSXAttribute':
      return ['className', 'placement', 'd', 'viewBox'].includes(String(nameOf(node.name)));
    case 'VariableDeclarator':
      return nameOf(node.id) === 'className';
    case 'NewExpression':
    case 'CallExpression':
      return ['Error', 'matchMedia'].includes(String(nameOf(node.callee)));
    case 'BinaryExpression':
      return node.operator === '===' || node.operator === '!==';
    default:
      return false;
  }
}

function nameOf(node: unknown): unknown {
  return typeof node === 'object' && node !== null && 'name' in node ? node.name : undefined;
}

function walk(value: unknown, see: (node: Node) => 'enter' | 'skip'): void {
  if (Array.isArray(value)) for (const each of value) walk(each, see);
  else if (typeof value === 'object' && value !== null) {
    const node = value as Node;
    if (typeof node.type === 'string' && see(node) === 'skip') return;
    for (const key of Object.keys(node)) walk(node[key], see);
  }
}

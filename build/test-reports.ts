import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { TestResult } from './proofs.ts';

export type Report = { passed: number; failed: number; tests: TestResult[] };

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(
    z.object({ assertionResults: z.array(z.object({ title: z.string(), status: z.string() })) }),
  ),
});

type Suite = { specs: { title: string; tests: { status: string }[] }[]; suites?: Suite[] | undefined };
const suite: z.ZodType<Suite> = z.lazy(() =>
  z.object({
    specs: z.array(z.object({ title: z.string(), tests: z.array(z.object({ status: z.string() })) })),
    suites: z.array(suite).optional(),
  }),
);
const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
  suites: z.array(suite),
});

/** Reads Vitest's JSON report. */
export function readVitest(file: string): Report {
  const report = vitestReport.parse(JSON.parse(readFileSync(file, 'utf8')));
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    tests: report.testResults.flatMap(({ assertionResults }) =>
      assertionResults.map(({ title, status }) => ({ title, passed: status === 'passed' })),
    ),
  };
}

/** Reads Playwright's JSON report. A test that passed only when it was repeated counts as failed. */
export function readPlaywright(file: string): Report {
  const { stats, suites } = playwrightReport.parse(JSON.parse(readFileSync(file, 'utf8')));
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, tests: suites.flatMap(testsOf) };
}

function testsOf({ specs, suites = [] }: Suite): TestResult[] {
  const own = specs.map(({ title, tests }) => ({
    title,
    passed: tests.length > 0 && tests.every(({ status }) => status === 'expected'),
  }));
  return [...own, ...suites.flatMap(testsOf)];
}

import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { TestResult } from './proofs.ts';
import { reportProofs } from './report-proofs.ts';
import { resolveRuntime } from './runtime/resolve.ts';
import { binary, run } from './session/run.ts';
import { runAtHome } from './session/run-at-home.ts';
import { stage } from './session/stage.ts';
import { ensureSystemLibraries, MissingLibrariesError } from './session/system-libraries.ts';
import { testUser } from './session/test-user.ts';
import { type Report, readPlaywright, readVitest } from './test-reports.ts';

/**
 * Runs all tests from nothing: system libraries, runtime, types and lint, build, unit tests, and the real app in a desktop
 * session; words after `npm test --` go to Playwright. Fails if a part ran no test and, in a full run, if a row of
 * SECURITY.md or of the fault matrix has no proof.
 */
const root = resolve(import.meta.dirname, '..');
const results = mkdtempSync(join(tmpdir(), 'oxygauge-results-'));
const only = process.argv.slice(2);

process.exitCode = await main()
  .catch((error: unknown) => {
    if (!(error instanceof MissingLibrariesError)) throw error;
    console.error(error.message);
    return 1;
  })
  .finally(() => rmSync(results, { recursive: true, force: true }));

async function main(): Promise<number> {
  ensureSystemLibraries();
  const { executable } = await resolveRuntime({ allowRegistry: true });
  if ((await run(['npm', 'run', '--silent', 'check'], { cwd: root })) !== 0) return stopped('npm run check');
  // This builds too. The packaged app is tested as well: its fuses and its archive are among the guards.
  if ((await run(['npm', 'run', '--silent', 'dist:dir'], { cwd: root })) !== 0)
    return stopped('npm run dist:dir');
  const reports = [...(only.length > 0 ? [] : [await unitTests()]), await endToEndTests(executable)];
  const tests: TestResult[] = reports.flatMap((report) => report.tests);
  const unproved = only.length > 0 ? 0 : await reportProofs(root, tests);
  const passed = reports.reduce((sum, report) => sum + report.passed, 0);
  const failed = reports.reduce((sum, report) => sum + report.failed, unproved);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
}

async function unitTests(): Promise<Report> {
  const file = join(results, 'unit.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const code = await run([...binary('vitest/vitest.mjs'), 'run', ...reporters], { cwd: root });
  return counted('unit tests', code, readVitest(file));
}

async function endToEndTests(executable: string): Promise<Report> {
  const user = testUser();
  const staged = stage(root, user);
  // The user who runs the app may write here, while root's files stay root's.
  const output = mkdtempSync(join(tmpdir(), `oxygauge-e2e-${randomBytes(3).toString('hex')}-`));
  user.giveTo(output);
  try {
    const code = await runAtHome([...binary('@playwright/test/cli.js'), 'test', ...only], {
      user,
      cwd: staged.folder,
      environment: {
        OXYGAUGE_ELECTRON: executable,
        OXYGAUGE_TEST_OUTPUT: output,
        PLAYWRIGHT_JSON_OUTPUT_FILE: join(output, 'report.json'),
        ...(process.env.CI !== undefined && { CI: process.env.CI }),
      },
    });
    const report = counted('end-to-end tests', code, readPlaywright(join(output, 'report.json')));
    if (report.failed === 0) rmSync(output, { recursive: true, force: true });
    else console.log(`Traces of the end-to-end tests: ${output}`);
    return report;
  } finally {
    staged.remove();
  }
}

/** Counts a report's failures. A runner that fails without a failed test, or runs none, counts as one. */
function counted(what: string, code: number, report: Report): Report {
  if (report.passed + report.failed === 0) console.error(`The ${what} ran no test.`);
  const silent = (code !== 0 && report.failed === 0) || report.passed + report.failed === 0;
  return silent ? { ...report, failed: report.failed + 1 } : report;
}

function stopped(at: string): number {
  console.error(`Stopped: ${at} failed.`);
  console.log('0 passed, 1 failed');
  return 1;
}

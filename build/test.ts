import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Told } from './proofs.ts';
import { resolveRuntime } from './runtime/resolve.ts';
import { runInDesktopSession } from './session/desktop-session.ts';
import { binary, run } from './session/run.ts';
import { stage } from './session/stage.ts';
import { ensureSystemLibraries, MissingLibrariesError } from './session/system-libraries.ts';
import { testUser } from './session/test-user.ts';
import { tellProofs } from './tell-proofs.ts';
import { type Report, readPlaywright, readVitest } from './test-reports.ts';

/**
 * All tests, from nothing: system libraries, a runtime, types and lint, the build, unit tests, and the real app in a
 * desktop session of its own. Words after `npm test --` go to Playwright. Fails where a part ran no test, and, where all
 * of them ran, where a row of SECURITY.md or of the fault matrix is proved by none.
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
  // Builds too. The packaged app is tested as well: its fuses and its archive are a part of the guard.
  if ((await run(['npm', 'run', '--silent', 'dist:dir'], { cwd: root })) !== 0)
    return stopped('npm run dist:dir');
  const reports = [...(only.length > 0 ? [] : [await unitTests()]), await endToEndTests(executable)];
  const tests: Told[] = reports.flatMap((report) => report.tests);
  const unproved = only.length > 0 ? 0 : await tellProofs(root, tests);
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
  // The user who runs the app may write here, and root's own files stay root's.
  const output = mkdtempSync(join(tmpdir(), `oxygauge-e2e-${randomBytes(3).toString('hex')}-`));
  user.giveTo(output);
  try {
    const code = await runInDesktopSession([...binary('@playwright/test/cli.js'), 'test', ...only], {
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

/** A runner that fails without a failed test, or runs none, is a failure of its own. */
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

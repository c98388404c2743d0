import { startDesktopSession } from './desktop-session.ts';
import { run } from './run.ts';

/** Runs the command that follows on the command line in a desktop session, and ends with its exit code. */
const session = await startDesktopSession();
try {
  process.exitCode = await run(process.argv.slice(2), { env: { ...process.env, ...session.environment } });
} finally {
  await session.stop();
}

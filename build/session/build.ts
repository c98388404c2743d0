import { run } from './run.ts';

/** Builds main, preload and the pages in a second or two, so that what runs is what the sources say. */
export async function build(root: string): Promise<void> {
  const code = await run(['npm', 'run', '--silent', 'build', '--', '--logLevel', 'warn'], { cwd: root });
  if (code !== 0) throw new Error('The build failed. See its words above.');
}

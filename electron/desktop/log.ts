import { inspect } from 'node:util';

/** A line for whoever started the app from a terminal: what failed and the kind of error, never a value. */
export function report(what: string, error: unknown): void {
  const kind = error instanceof Error ? `${error.name}${codeOf(error)}` : typeof error;
  console.error(`oxygauge: ${what}: ${kind}`);
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? ` (${inspect(error.code)})` : '';
}

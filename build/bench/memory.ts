import { readdirSync, readFileSync } from 'node:fs';

/** Memory of a process and all that it started, in MB: what it alone has, and its part of what is shared (PSS). Linux. */
export function memoryMb(main: number): number {
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => [Number(name), parentOf(name)]),
  );
  const belongs = (pid: number): boolean => pid === main || (pid > 1 && belongs(parents.get(pid) ?? 0));
  const pids = [...parents.keys()].filter(belongs);
  return pids.reduce((sum, pid) => sum + pssKb(pid), 0) / 1024;
}

function parentOf(pid: string): number {
  return Number(/^PPid:\s+(\d+)/m.exec(read(pid, 'status'))?.[1] ?? 0);
}

function pssKb(pid: number): number {
  return Number(/^Pss:\s+(\d+)/m.exec(read(String(pid), 'smaps_rollup'))?.[1] ?? 0);
}

function read(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    // Gone in the meantime.
    return '';
  }
}

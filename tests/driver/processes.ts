import { readdirSync, readFileSync } from 'node:fs';

type Row = { pid: number; parent: number; command: string };

/** Returns a process and all its living descendants. */
export function familyOf(pid: number): number[] {
  const rows = processes();
  const family = [pid];
  for (const member of family)
    family.push(...rows.filter(({ parent }) => parent === member).map((row) => row.pid));
  return family;
}

/** Returns the processes whose command line contains a text. */
export function processesWith(text: string): Row[] {
  return processes().filter(({ command }) => command.includes(text));
}

/** Returns false for a zombie, which has ended and waits for its parent. */
export function isAlive(pid: number): boolean {
  return rowOf(pid) !== null;
}

function processes(): Row[] {
  return readdirSync('/proc').flatMap((name) => {
    const row = /^\d+$/.test(name) ? rowOf(Number(name)) : null;
    return row === null ? [] : [row];
  });
}

function rowOf(pid: number): Row | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name is in brackets and may hold any character.
    const [state = 'Z', parent = '0'] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (state === 'Z' || state === 'X') return null;
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return { pid, parent: Number(parent), command };
  } catch {
    return null;
  }
}

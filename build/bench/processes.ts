import { readdirSync, readFileSync } from 'node:fs';

/** Describes a process of Linux. */
export type ProcessRow = { pid: number; parent: number; name: string };

/** Returns a process and all its living descendants. */
export function familyOf(main: number): ProcessRow[] {
  const rows = readdirSync('/proc').flatMap((name) => {
    const row = /^\d+$/.test(name) ? rowOf(Number(name)) : null;
    return row === null ? [] : [row];
  });
  const family = rows.filter(({ pid }) => pid === main);
  for (const { pid } of family) family.push(...rows.filter(({ parent }) => parent === pid));
  return family;
}

/** Names where a process's memory goes, in MB: its own heaps and stacks, program files, and memory shared by a mapping. */
export type ProcessMemory = { totalMb: number; heapMb: number; filesMb: number; sharedMb: number };

const memoryFields = { totalMb: 'Pss', heapMb: 'Pss_Anon', filesMb: 'Pss_File', sharedMb: 'Pss_Shmem' };

/** Returns a process's private memory, and its part of what it shares (PSS). */
export function memoryOf({ pid, name }: ProcessRow): ProcessMemory {
  const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  const mb = (field: string) => {
    const kb = new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(text)?.[1];
    if (kb === undefined) throw new Error(`The memory of the process "${name}" cannot be read.`);
    return Number(kb) / 1024;
  };
  const { totalMb, heapMb, filesMb, sharedMb } = memoryFields;
  return { totalMb: mb(totalMb), heapMb: mb(heapMb), filesMb: mb(filesMb), sharedMb: mb(sharedMb) };
}

export function memoryMbOf(row: ProcessRow): number {
  return memoryOf(row).totalMb;
}

/** Returns the CPU time that the threads of a process have used so far, in milliseconds. One that ended is not counted. */
export function cpuMsOf({ pid }: ProcessRow): number {
  const threads = readdirSync(`/proc/${pid}/task`);
  return threads.reduce((sum, thread) => sum + nanosecondsOf(pid, thread), 0) / 1e6;
}

function nanosecondsOf(pid: number, thread: string): number {
  try {
    return Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ', 1)[0]);
  } catch {
    // It ended in the meantime.
    return 0;
  }
}

function rowOf(pid: number): ProcessRow | null {
  try {
    const [state, parent] = statOf(pid);
    if (state === 'Z' || state === 'X') return null;
    return { pid, parent: Number(parent), name: nameOf(readFileSync(`/proc/${pid}/cmdline`, 'utf8')) };
  } catch {
    // It ended in the meantime.
    return null;
  }
}

/** Starts at the state: the name before it is in brackets and may hold any character. */
function statOf(pid: number): string[] {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

/** Returns Chromium's word for what a process does, such as `zygote` or `utility network.mojom.NetworkService`. */
function nameOf(command: string): string {
  const value = (name: string) => new RegExp(`--${name}=([^\\0 ]+)`).exec(command)?.[1];
  const type = value('type') ?? 'browser';
  const service = value('utility-sub-type');
  return service === undefined ? type : `${type} ${service}`;
}

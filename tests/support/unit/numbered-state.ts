import type { Alert } from '../../../electron/contract/alert.ts';
import { defaultSettings } from '../../../electron/contract/settings.ts';
import { AlertLog } from '../../../electron/monitor/alerts/alert-log.ts';
import { openHistoryFiles } from '../../../electron/monitor/alerts/history-files.ts';
import { createMemoryFile } from '../../../electron/monitor/alerts/memory-file.ts';
import type { Storage } from '../../../electron/storage/storage.ts';
import { emptyAlertMemory } from '../../../electron/usage/alerts/memory.ts';
import type { HistoryEntry } from '../../../electron/usage/history.ts';
import { openFiles } from './storage.ts';

/** Enough sub-users for a write to be long enough to be interrupted. */
const people = 150;
const begin = Date.parse('2026-03-01T00:00:00Z');
const minuteMs = 60_000;
const accountId = 'a1';
const numbers = (from: number) => Array.from({ length: people }, (_, index) => from + index);

/** Holds what was read back of each part. `broken` lists what was incomplete. */
export type KeptState = {
  settings: number;
  memory: number;
  alerts: number[];
  /** The alerts among them whose delivery is known. */
  settled: number[];
  totals: number[];
  lists: number[];
  /** The file that is replaced as a whole each time. */
  replaced: number;
  broken: string[];
};

/** Opens everything that the app stores of an account, through the real parts, in states numbered from 1. */
export function openKeptState(profile: string) {
  const { settings, alertMemories, history, alerts: lines, view } = openFiles(profile);
  const memories = createMemoryFile(alertMemories);
  const historyFiles = openHistoryFiles(history);
  const log = new AlertLog(lines, accountId);
  return {
    /** Writes the state with this number, each part once. */
    write(n: number): void {
      log.add([alertOf(n)]);
      memories.write(accountId, {
        ...emptyAlertMemory,
        begun: true,
        subUsers: Object.fromEntries(
          numbers(n).map((each) => [each, { period: String(n), marks: { 'at:80': n } }]),
        ),
        lastAlert: String(n),
      });
      log.settle([String(n)], 'shown');
      historyFiles.record(accountId, entriesOf(n));
      settings.write({
        ...defaultSettings,
        plan: { ...defaultSettings.plan, sizeGb: n },
        alerts: { ...defaultSettings.alerts, mutedSubUserIds: numbers(n) },
      });
      lines.replace(
        'replaced.jsonl',
        numbers(n).map(() => String(n)),
      );
    },
    read: () => read({ settings, memories, history, historyFiles, log, lines, view }),
  };
}

function read({
  settings,
  memories,
  history,
  historyFiles,
  log,
  lines,
  view,
}: Pick<Storage, 'settings' | 'history' | 'view'> & {
  memories: ReturnType<typeof createMemoryFile>;
  historyFiles: ReturnType<typeof openHistoryFiles>;
  log: AlertLog;
  lines: Storage['alerts'];
}): KeptState {
  const broken: string[] = [];
  const whole = (what: string, good: boolean) => {
    if (!good) broken.push(what);
  };
  const { alerts, plan } = settings.read() ?? defaultSettings;
  const setting = plan.sizeGb ?? 0;
  const { unreadable, failing } = view();
  whole('a file', unreadable.length === 0 && failing === null);
  whole('settings', setting === 0 || alerts.mutedSubUserIds.join() === numbers(setting).join());
  const memory = memories.read(accountId);
  const remembered = Number(memory.lastAlert ?? 0);
  whole('memory', remembered === 0 || Object.keys(memory.subUsers).join() === numbers(remembered).join());
  const entries = [...historyFiles.all(accountId)];
  whole('history', entries.length === history.names().flatMap(history.read).length);
  const totals: number[] = [];
  const lists: number[] = [];
  for (const entry of entries) {
    if (entry.kind === 'total') totals.push(entry.totalGb);
    else {
      const figures = Object.values(entry.trafficGb);
      lists.push(figures[0] ?? 0);
      whole('history', figures.join() === numbers(figures[0] ?? 0).join());
    }
  }
  const replaced = lines.read('replaced.jsonl');
  whole('replaced', replaced.length === 0 || replaced.length === people);
  whole('replaced', new Set(replaced).size <= 1);
  const logged = log.all();
  return {
    settings: setting,
    memory: remembered,
    alerts: logged.map(({ id }) => Number(id)),
    settled: logged.filter(({ delivery }) => delivery === 'shown').map(({ id }) => Number(id)),
    totals,
    lists,
    replaced: Number(replaced[0] ?? 0),
    broken,
  };
}

function alertOf(n: number): Alert {
  return {
    id: String(n),
    at: begin + n * minuteMs,
    subject: { kind: 'sub-user', id: 1, username: 'crawler' },
    facts: { rule: 'limit', threshold: 80, usedGb: n, limitGb: n, expectedAt: null },
    delivery: 'pending',
  };
}

function entriesOf(n: number): HistoryEntry[] {
  const at = begin + n * minuteMs;
  const trafficGb = Object.fromEntries(numbers(n).map((gb, index) => [index + 1, gb]));
  return [
    { kind: 'total', at, period: null, totalGb: n },
    { kind: 'sub-users', at, period: null, full: true, trafficGb },
  ];
}

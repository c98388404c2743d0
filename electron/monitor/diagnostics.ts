import type { AlertSettings } from '../contract/alert-settings.ts';
import type { CommandHandlers } from '../contract/commands.ts';
import { succeeded } from '../contract/failure.ts';
import type { SubUser } from '../contract/sub-user.ts';
import { outcomeWords } from '../storage/log-event.ts';
import { type AccountState, type AppState, type AppStore, accountState, currentAccountId } from './state.ts';

export type DiagnosticsParts = {
  state: AppState;
  /** The versions of the app, its runtime and the system. */
  versions: Readonly<Record<string, string>>;
  /** Lines of the log, without names. */
  logLines: readonly string[];
  now: number;
};

/** The number of log lines in the text. */
const shownLines = 100;

/** Creates the handler of the command that copies the text to the clipboard. */
export function createDiagnosticsAction(parts: {
  store: AppStore;
  versions: DiagnosticsParts['versions'];
  log: { tail(count: number): string[] };
  now: () => number;
  copy: (text: string, secret: boolean) => void;
}) {
  const { store, versions, log, now, copy } = parts;
  return {
    async copyDiagnostics() {
      const text = diagnosticsText({
        state: store.getState(),
        versions,
        logLines: log.tail(shownLines),
        now: now(),
      });
      copy(text, false);
      return succeeded(null);
    },
  } satisfies CommandHandlers<unknown, 'copyDiagnostics'>;
}

/**
 * Returns a text that helps to find a fault and is safe to post: versions, counts and ages. It never reads a name, an id, an
 * amount, an address or a path.
 */
export function diagnosticsText({ state, versions, logLines, now }: DiagnosticsParts): string {
  const account = accountState(state, currentAccountId(state));
  return [
    `Oxygauge diagnostics of ${new Date(now).toISOString()}`,
    ...Object.entries(versions).map(([what, version]) => `${what} ${version}`),
    '',
    ...environmentLines(state),
    '',
    ...settingsLines(state),
    '',
    ...accountLines(account, now),
    '',
    `Log, the last ${logLines.length} lines without names:`,
    ...logLines,
    '',
  ].join('\n');
}

function environmentLines({ environment, session, online, awake }: AppState): string[] {
  const { storage } = environment;
  return [
    `System: ${environment.platform}, locale ${environment.locale}`,
    `Demo: ${yes(environment.demo)}. Another API host: ${yes(environment.otherHost !== null)}`,
    `Tray shown: ${yes(environment.trayShown)}. Keyring: ${environment.keyring}`,
    `Online: ${yes(online)}. Awake: ${yes(awake)}. Goes past the vendor's proxy: ${yes(environment.bypassesProxy)}`,
    `Session: ${sessionWords(session)}`,
    `Writing: ${storage.failing === null ? 'works' : `fails for ${storage.failing.what} (${storage.failing.code})`}`,
    `Unreadable files: ${listed(storage.unreadable.map(({ what, why }) => `${what} ${why}`))}`,
  ];
}

function sessionWords(session: AppState['session']): string {
  switch (session.kind) {
    case 'restoring':
      return 'restoring';
    case 'signed-out':
      return `signed out (${session.reason})`;
    case 'signed-in':
      return `signed in (${session.remembered})`;
  }
}

function settingsLines({ settings }: AppState): string[] {
  const { subUserView, plan } = settings;
  return [
    `Refresh every ${settings.refreshIntervalMinutes} min. Keep without keyring: ${yes(settings.keepWithoutKeyring)}`,
    `Plan: ${isSet(plan.sizeGb)}. Renewal day: ${isSet(plan.renewsOn)}. Price: ${isSet(plan.pricePerGb)}. Budget: ${plan.budget.kind}`,
    `Grid: ${subUserView.filter}, by ${subUserView.column} ${subUserView.direction}`,
    `Alerts: ${alertWords(settings.alerts)}`,
    `Full names in the log: ${yes(settings.fullNamesInLog)}`,
  ];
}

function alertWords(alerts: AlertSettings): string {
  return [
    `budget at ${listed(alerts.budgetThresholds)}`,
    `limits at ${listed(alerts.limitThresholds)}`,
    `run-out ${yes(alerts.runOut)}`,
    `unusual day ${yes(alerts.unusualDay)}`,
    `reset ${yes(alerts.periodReset)}`,
    `quiet hours ${isSet(alerts.quietHours)}`,
    `paused ${yes(alerts.pausedUntil !== null)}`,
    `sound ${yes(alerts.sound)}`,
    `muted ${alerts.mutedSubUserIds.length}`,
  ].join(', ');
}

function accountLines(account: AccountState, now: number): string[] {
  const { month, subUsers, problem, alerts, nextRefreshAt } = account;
  return [
    `Month: ${month === null ? 'not read' : `read ${age(month.readAt, now)}, total ${month.value.trafficGb === null ? 'unknown' : 'known'}`}`,
    `Sub-users: ${subUsers === null ? 'not read' : `read ${age(subUsers.readAt, now)}, ${counts(subUsers.value.subUsers)}, ${subUsers.value.setAside} set aside`}`,
    `Last problem: ${problem === null ? 'none' : outcomeWords(problem).join(' ')}. Stale: ${yes(account.stale)}`,
    `Next refresh: ${nextRefreshAt === null ? 'none' : `in ${Math.round((nextRefreshAt - now) / 1000)} s`}`,
    `Alerts kept: ${alerts.total}`,
  ];
}

function counts(subUsers: readonly SubUser[]): string {
  const of = (holds: (subUser: SubUser) => boolean) => subUsers.filter(holds).length;
  return [
    `${subUsers.length} in all`,
    `${of(({ status }) => status === 'disabled')} disabled`,
    `${of(({ listed: inList }) => !inList)} not listed`,
    `${of(({ limit }) => limit.kind === 'unlimited')} unlimited`,
    `${of(({ trafficGb }) => trafficGb === null)} without a figure`,
  ].join(', ');
}

function age(at: number, now: number): string {
  return `${Math.round((now - at) / 1000)} s ago`;
}

function listed(words: readonly (string | number)[]): string {
  return words.length === 0 ? 'none' : words.join(' ');
}

function isSet(value: unknown): string {
  return value === null ? 'not set' : 'set';
}

function yes(value: boolean): string {
  return value ? 'yes' : 'no';
}

import type { Alert } from '../../contract/alert.ts';
import type { CommandHandlers, CommandOutcome } from '../../contract/commands.ts';
import { failed, succeeded } from '../../contract/failure.ts';
import type { Place } from '../../contract/navigation.ts';
import type { NotificationAction, ShowNotification } from '../../contract/notification.ts';
import type { LinesFiles } from '../../storage/files.ts';
import { alertText } from '../../text/alert.ts';
import { testNotificationText } from '../../text/notification.ts';
import { say } from '../../text/say.ts';
import type { SaveText } from '../desktop-port.ts';
import { type AppStore, accountState, currentAccountId } from '../state.ts';
import { AlertLog } from './alert-log.ts';
import type { AlertMonitor } from './alert-monitor.ts';
import { historyCsv } from './history-csv.ts';
import type { HistoryFiles } from './history-files.ts';

export type AlertActionParts = {
  store: AppStore;
  alerts: Pick<AlertMonitor, 'forecastOf'>;
  historyFiles: Pick<HistoryFiles, 'all'>;
  logs: LinesFiles;
  notify: ShowNotification;
  saveText: SaveText;
  exportGuard: () => Promise<CommandOutcome<'exportRecord'>>;
};

type Names = 'readForecast' | 'readRunOuts' | 'testNotification' | 'exportRecord';

/** Creates the handlers of commands about alerts and the history. */
export function createAlertActions({
  store,
  alerts,
  historyFiles,
  logs,
  notify,
  saveText,
  exportGuard,
}: AlertActionParts) {
  return {
    readForecast: async ({ id }) => succeeded(alerts.forecastOf(id)),
    async readRunOuts({ ids }) {
      const forecasts = ids.map((id) => alerts.forecastOf(id));
      return succeeded({ at: forecasts.map((each) => (each.kind === 'forecast' ? each.reachesAt : null)) });
    },
    async testNotification() {
      const { settings, environment } = store.getState();
      const text = testNotificationText(environment.locale);
      const outcome = await notify({ ...text, silent: !settings.alerts.sound, buttons: [] }, () => {});
      return succeeded({ outcome });
    },
    async exportRecord({ what }) {
      if (what === 'guard') return exportGuard();
      const state = store.getState();
      const accountId = currentAccountId(state);
      if (accountId === null) return failed({ kind: 'signed-out' });
      // Loaded here, since no start needs it.
      const { csvRows, toCsv } = await import('../../text/csv.ts');
      if (what === 'alerts') {
        const { locale } = state.environment;
        return saveText(
          say('files.alerts'),
          toCsv(alertHeadings(), alertRows(new AlertLog(logs, accountId).all(), locale)),
        );
      }
      const names = new Map(
        accountState(state, accountId).subUsers?.value.subUsers.map(({ id, username }) => [id, username]),
      );
      return saveText(say('files.history'), historyCsv(csvRows, historyFiles.all(accountId), names));
    },
  } satisfies CommandHandlers<unknown, Names>;
}

export type NotificationHandlerParts = {
  mute: (id: number) => void;
  navigate: (target: Place) => void;
};

/** Creates the handler for clicks and buttons on notifications. Raise limit opens the form and writes nothing. */
export function createNotificationHandler({ mute, navigate }: NotificationHandlerParts) {
  return (action: NotificationAction, alerts: readonly Alert[]): void => {
    const [only, ...others] = alerts;
    const subject = only !== undefined && others.length === 0 ? only.subject : null;
    if (subject?.kind !== 'sub-user') {
      if (action !== 'mute') navigate({ kind: 'alerts' });
      return;
    }
    if (action === 'mute') mute(subject.id);
    else navigate({ kind: 'sub-user', id: subject.id, what: action === 'raise' ? 'raise' : 'usage' });
  };
}

function alertHeadings(): string[] {
  return [
    say('files.time'),
    say('files.subUser'),
    say('files.id'),
    say('files.rule'),
    say('files.alert'),
    say('files.figures'),
    say('files.notification'),
  ];
}

function alertRows(alerts: readonly Alert[], locale: string) {
  return alerts.map((alert) => {
    const { at, subject, facts, delivery } = alert;
    const { title, body } = alertText(alert, locale);
    const who = subject.kind === 'account' ? ['', ''] : [subject.username, subject.id];
    return [new Date(at).toISOString(), ...who, facts.rule, title, body, delivery];
  });
}

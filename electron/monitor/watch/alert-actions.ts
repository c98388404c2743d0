import Papa from 'papaparse';
import type { Alert } from '../../contract/alert.ts';
import { alertText } from '../../contract/alert-text.ts';
import type { CommandHandlers } from '../../contract/commands.ts';
import { type CommandFailure, failed, type Outcome, succeeded } from '../../contract/failure.ts';
import type { FocusTarget } from '../../contract/focus.ts';
import type { NoticeAction, ShowNotice } from '../../contract/notice.ts';
import { historyRows } from '../../usage/history-rows.ts';
import { type AppStore, accountState, currentAccountId } from '../state.ts';
import { AlertLog } from './alert-log.ts';
import type { LineFiles, Shelf } from './history-shelf.ts';
import type { Watch } from './watch.ts';

export type AlertActionParts = {
  store: AppStore;
  watch: Pick<Watch, 'forecastOf'>;
  shelf: Pick<Shelf, 'all'>;
  logs: LineFiles;
  notify: ShowNotice;
  saveText: (suggestedName: string, text: string) => Promise<Outcome<{ saved: boolean }, CommandFailure>>;
};

type Names = 'readForecast' | 'testNotification' | 'exportRecord' | 'focusTaken';

/** The commands about what was watched and told. */
export function createAlertActions({ store, watch, shelf, logs, notify, saveText }: AlertActionParts) {
  return {
    readForecast: async ({ id }) => succeeded(watch.forecastOf(id)),
    async testNotification() {
      const silent = !store.getState().settings.alerts.sound;
      const outcome = await notify(
        {
          title: 'Oxygauge: a test, 80 %',
          body: 'Notifications of Oxygauge look like this.',
          silent,
          buttons: [],
        },
        () => {},
      );
      return succeeded({ outcome });
    },
    async exportRecord({ what }) {
      const state = store.getState();
      const accountId = currentAccountId(state);
      if (accountId === null) return failed({ kind: 'signed-out' });
      if (what === 'alerts') {
        const { locale } = state.environment;
        return saveText('Oxygauge alerts.csv', csv(alertRows(new AlertLog(logs, accountId).all(), locale)));
      }
      const names = new Map(
        accountState(state, accountId).subUsers?.value.subUsers.map(({ id, username }) => [id, username]),
      );
      return saveText('Oxygauge history.csv', csv(historyRows(shelf.all(accountId).entries, names)));
    },
    async focusTaken({ nonce }) {
      if (store.getState().focus?.nonce === nonce) store.setState({ focus: null });
      return succeeded(null);
    },
  } satisfies CommandHandlers<unknown, Names>;
}

export type NoticeActionParts = {
  mute: (id: number) => void;
  focus: (target: FocusTarget) => void;
};

/** What a click or a button on a notification does. Raise limit opens the form: it never writes by itself. */
export function createNoticeHandler({ mute, focus }: NoticeActionParts) {
  return (action: NoticeAction, alerts: readonly Alert[]): void => {
    const [only, ...others] = alerts;
    const subject = only !== undefined && others.length === 0 ? only.subject : null;
    if (subject?.kind !== 'sub-user') {
      if (action !== 'mute') focus({ kind: 'alerts' });
      return;
    }
    if (action === 'mute') mute(subject.id);
    else focus({ kind: 'sub-user', id: subject.id, what: action === 'raise' ? 'raise' : 'usage' });
  };
}

function alertRows(alerts: readonly Alert[], locale: string): unknown[][] {
  const headings = ['Time (UTC)', 'Sub-user', 'Id', 'Rule', 'Alert', 'Figures', 'Notification'];
  const rows = alerts.map((alert) => {
    const { at, subject, facts, delivery } = alert;
    const { title, body } = alertText(alert, locale);
    const who = subject.kind === 'account' ? ['', ''] : [subject.username, subject.id];
    return [new Date(at).toISOString(), ...who, facts.rule, title, body, delivery];
  });
  return [headings, ...rows];
}

/** RFC 4180; a cell that begins like a formula is made harmless. */
function csv(rows: unknown[][]): string {
  return `${Papa.unparse(rows, { newline: '\r\n', escapeFormulae: true })}\r\n`;
}

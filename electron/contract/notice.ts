/** What can be done on a notification: a click on it, and its buttons where the system has some. */
export type NoticeAction = 'open' | 'raise' | 'mute';
type NoticeButton = Exclude<NoticeAction, 'open'>;

/** A notification as the system shall show it. */
export type Notice = { title: string; body: string; silent: boolean; buttons: readonly NoticeButton[] };

/** Whether the system took it. */
export type NoticeOutcome = 'shown' | 'failed' | 'unanswered';

/** Shows a notification. It never throws and never takes longer than some seconds. */
export type ShowNotice = (notice: Notice, onAction: (action: NoticeAction) => void) => Promise<NoticeOutcome>;

export const buttonNames: Record<NoticeButton, string> = { raise: 'Raise limit', mute: 'Mute' };

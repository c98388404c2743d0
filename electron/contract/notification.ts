/** Lists what the user can do with a notification: click it, or press a button where the system supports buttons. */
export type NotificationAction = 'open' | 'raise' | 'mute' | 'brake' | 'put-back';
type NotificationButton = Exclude<NotificationAction, 'open'>;

/** Describes a notification for the system to show. */
export type NotificationContent = {
  title: string;
  body: string;
  silent: boolean;
  buttons: readonly NotificationButton[];
};

/** Says whether the system accepted a notification. */
export type NotificationOutcome = 'shown' | 'failed' | 'unanswered';

/** Shows a notification. It never throws, and settles within seconds. */
export type ShowNotification = (
  notification: NotificationContent,
  onAction: (action: NotificationAction) => void,
) => Promise<NotificationOutcome>;

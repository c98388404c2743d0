import { Message, MessageFlag, MessageType } from '@jellybrick/dbus-next';

type Source = { path: string; interface: string };

/** Returns a call that starts no service: one that is not there cannot take an icon. */
export function callOf(
  to: Source & { destination: string },
  member: string,
  signature: string,
  body: unknown[],
): Message {
  const flags = MessageFlag.NO_AUTO_START;
  return new Message({ ...to, type: MessageType.METHOD_CALL, flags, member, signature, body });
}

export function replyTo(message: Message, signature = '', body: unknown[] = []): Message {
  return Message.newMethodReturn(message, signature, body);
}

export function errorTo(message: Message, text: string): Message {
  return Message.newError(message, 'org.freedesktop.DBus.Error.InvalidArgs', text);
}

export function signalFrom(
  { path, interface: name }: Source,
  member: string,
  signature = '',
  body: unknown[] = [],
): Message {
  return Message.newSignal(path, name, member, signature, body);
}

import type { EventEmitter } from 'node:events';
import { type MessageBus, sessionBus } from '@jellybrick/dbus-next';

/** The bus closed the connection, as it does when the session ends. */
class BusClosed extends Error {
  override name = 'BusClosed';
}

/**
 * Connects to the session bus, or to `address` if one is given. `onGone` is called once, if there is no bus or when the
 * connection is lost; pending calls then stay unanswered.
 */
export function openSessionBus(onGone: (error: unknown) => void, address?: string): MessageBus {
  const bus = sessionBus(address === undefined ? {} : { busAddress: address });
  let gone = false;
  function end(error: unknown): void {
    if (gone) return;
    gone = true;
    bus.disconnect();
    onGone(error);
  }
  // Cast, because the library's types omit the error event. Without a listener, Node would end the process.
  (bus as EventEmitter).on('error', end);
  // An orderly end is only visible on the inner connection. Without it, later calls would wait forever.
  (bus as unknown as { _connection: EventEmitter })._connection.on('end', () => end(new BusClosed()));
  return bus;
}

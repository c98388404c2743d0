import type { EventEmitter } from 'node:events';
import { type MessageBus, sessionBus } from '@jellybrick/dbus-next';

/** The bus has closed the connection, as it does when the session ends. */
class BusClosed extends Error {
  override name = 'BusClosed';
}

/**
 * Connects to the desktop's session bus, at `address` where one is given. `onGone` is called once: where there is no bus, and
 * when the connection is lost. What was asked and not answered by then stays so.
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
  // Its types leave the error out, and without a listener Node would end the process.
  (bus as EventEmitter).on('error', end);
  // An orderly end is told by what is inside only; calls after it would wait for ever.
  (bus as unknown as { _connection: EventEmitter })._connection.on('end', () => end(new BusClosed()));
  return bus;
}

import { type Session, session } from 'electron';

/** Opens a session in memory for requests of main: without a cache, and without a permission. */
export function openSession(partition: string, userAgent: string, languages?: string): Session {
  const own = session.fromPartition(partition, { cache: false });
  own.setUserAgent(userAgent, languages);
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  return own;
}

/** Makes a session's requests go past the system's proxy, or through it. */
export function setProxy(own: Session, direct: boolean): Promise<void> {
  return own.setProxy({ mode: direct ? 'direct' : 'system' });
}

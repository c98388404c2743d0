/**
 * Replaces `when-exit` in the bundle. It takes over SIGTERM, SIGINT and SIGHUP once electron-store is evaluated, and
 * ends the process by the signal, so that Electron's orderly quit never ran; orphan files are swept at the next start.
 */
export default function whenExit(): () => void {
  return () => {};
}

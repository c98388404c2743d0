/**
 * Returns what starts this program again, for `app.relaunch`. An AppImage runs from a mount that ends with it, so its file
 * is named (the AppImage runtime sets the variable).
 */
export function ownProgram(): { execPath?: string } {
  const { APPIMAGE } = process.env;
  return APPIMAGE === undefined || APPIMAGE === '' ? {} : { execPath: APPIMAGE };
}

/** Returns whether a typed username is an email address. Proxy users have none, and dashboards are opened with one. */
export function looksLikeEmail(typed: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(typed.trim());
}

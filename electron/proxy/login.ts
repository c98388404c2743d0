/** Returns the sub-user's name in a login: letters, digits and underscores, so that `-` ends it. */
export function usernameIn(login: string): string {
  return login.replace(/^customer-/, '').split('-')[0] ?? '';
}

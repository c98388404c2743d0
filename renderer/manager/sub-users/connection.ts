/**
 * Returns a sub-user's login to the proxy (from the vendor's documentation of residential proxies). The password is not
 * known here.
 */
export function connectionText(username: string, password = 'PASSWORD'): string {
  return `https://customer-${username}:${password}@pr.oxylabs.io:7777`;
}

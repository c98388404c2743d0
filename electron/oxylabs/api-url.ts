import { failed, type Outcome, succeeded } from '../contract/failure.ts';

/** The vendor's public API (its documentation), with its version path. */
export const vendorApiUrl = 'https://residential-api.oxylabs.io/v2';

const loopbackHosts = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Reads another API address (`OXYGAUGE_API_URL`), with its version path. https anywhere, http on this computer only:
 * the main user's password goes there. Anything else is refused with the reason.
 */
export function readApiUrl(text: string): Outcome<string, { problem: string }> {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null) return failed({ problem: 'OXYGAUGE_API_URL is not an address.' });
  if (url.username !== '' || url.password !== '') {
    return failed({ problem: 'OXYGAUGE_API_URL must not contain a username or password.' });
  }
  if (url.search !== '' || url.hash !== '') {
    return failed({ problem: 'OXYGAUGE_API_URL must end with its path, for example /v2.' });
  }
  const allowed = url.protocol === 'https:' || (url.protocol === 'http:' && loopbackHosts.has(url.hostname));
  if (!allowed) {
    return failed({ problem: 'OXYGAUGE_API_URL must use https, or http on this computer (localhost).' });
  }
  return succeeded(url.href.replace(/\/+$/, ''));
}

import type { Outcome } from '../contract/failure.ts';

/** The vendor's public API (its documentation), with its version path. */
export const vendorApiUrl = 'https://residential-api.oxylabs.io/v2';

/** Why an address is refused. */
export type ApiUrlProblem = 'no-address' | 'holds-sign-in' | 'no-path-end' | 'not-https';

type ApiUrl = Outcome<string, { problem: ApiUrlProblem }>;

const loopbackHosts = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Reads another API address (`OXYGAUGE_API_URL`), with its version path. Accepts https anywhere and http on
 * this computer only, because the main user's password is sent there.
 */
export function readApiUrl(text: string): ApiUrl {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null) return refused('no-address');
  if (url.username !== '' || url.password !== '') {
    return refused('holds-sign-in');
  }
  if (url.search !== '' || url.hash !== '') {
    return refused('no-path-end');
  }
  const allowed = url.protocol === 'https:' || (url.protocol === 'http:' && loopbackHosts.has(url.hostname));
  if (!allowed) {
    return refused('not-https');
  }
  return { ok: true, value: url.href.replace(/\/+$/, '') };
}

function refused(problem: ApiUrlProblem): ApiUrl {
  return { ok: false, failure: { problem } };
}

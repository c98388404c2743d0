import { expect, test } from 'vitest';
import { apiFailureSchema } from '../../../electron/contract/failure.ts';
import { fateOf } from '../../../electron/monitor/sub-users/write-end.ts';
import { networkFailure } from '../../../electron/oxylabs/network-errors.ts';
import { refusal } from '../../../electron/oxylabs/refusal.ts';

const fateAfter = (name: string) => fateOf(networkFailure(new Error(`net::${name}`)));

test.each([
  'ERR_NAME_NOT_RESOLVED',
  'ERR_NAME_RESOLUTION_FAILED',
  'ERR_CONNECTION_REFUSED',
  'ERR_CERT_DATE_INVALID',
  'ERR_CERT_AUTHORITY_INVALID',
  'ERR_CERT_COMMON_NAME_INVALID',
])('%s ends a request before a byte of it is sent', (name) => expect(fateAfter(name)).toBe('not-sent'));

test.each([
  'ERR_NETWORK_IO_SUSPENDED',
  'ERR_INTERNET_DISCONNECTED',
  'ERR_NETWORK_CHANGED',
  'ERR_ADDRESS_UNREACHABLE',
  'ERR_CONNECTION_RESET',
  'ERR_CONNECTION_CLOSED',
  'ERR_CONNECTION_ABORTED',
  'ERR_CONNECTION_TIMED_OUT',
  'ERR_TIMED_OUT',
  'ERR_EMPTY_RESPONSE',
  'ERR_SSL_PROTOCOL_ERROR',
  'ERR_SSL_CLIENT_AUTH_CERT_NEEDED',
  'ERR_SSL_BAD_RECORD_MAC_ALERT',
  'ERR_BAD_SSL_CLIENT_AUTH_CERT',
  'ERR_TUNNEL_CONNECTION_FAILED',
  'ERR_PROXY_CONNECTION_FAILED',
  'ERR_HTTP2_PROTOCOL_ERROR',
  'ERR_HTTP2_SERVER_REFUSED_STREAM',
  'ERR_QUIC_PROTOCOL_ERROR',
  'ERR_CONTENT_LENGTH_MISMATCH',
  'ERR_INVALID_HTTP_RESPONSE',
  'ERR_FAILED',
])('%s may follow the deed', (name) => expect(fateAfter(name)).toBe('unclear'));

test.each([
  [400, 'refused'],
  [401, 'refused'],
  [403, 'refused'],
  [404, 'refused'],
  [408, 'unclear'],
  [409, 'refused'],
  [421, 'unclear'],
  [429, 'unclear'],
  [500, 'unclear'],
  [503, 'unclear'],
  [302, 'unclear'],
  [407, 'unclear'],
])('status %i is %s', (status, fate) => expect(fateOf(refusal(status, '{"error":"No"}', null))).toBe(fate));

test('every failure has a fate', () => {
  const filled = { status: 418, message: null, retryAt: null, reason: 'html' };
  for (const option of apiFailureSchema.options) {
    const failure = apiFailureSchema.safeParse({ ...filled, kind: option.shape.kind.value });
    if (failure.success) expect(['not-sent', 'refused', 'unclear']).toContain(fateOf(failure.data));
  }
});

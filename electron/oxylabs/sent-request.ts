import type { ApiCall, SentRequest } from '../contract/activity.ts';
import type { HttpRequest } from './http.ts';

/** A request of the client: which call it is, about whom, and the secrets in it. */
export type ClientRequest = Omit<HttpRequest, 'onTried' | 'signal'> & {
  call: ApiCall;
  subUserId?: number;
  /** The name that signs in. */
  username?: string;
  body?: Readonly<Record<string, unknown>>;
  secrets: readonly string[];
};

/** Far longer than any path of the API. */
const mostPath = 1_000;

/** Returns what is recorded of a request: all of it but its secrets. */
export function sentRequest(request: ClientRequest): SentRequest {
  const { call, method, path, query, subUserId = null, username = null, body } = request;
  const search = query === undefined ? '' : `?${new URLSearchParams(query)}`;
  return {
    call,
    method: methodNames[method],
    path: `${path}${search}`.slice(0, mostPath),
    subUserId,
    username: username?.slice(0, mostPath) ?? null,
    body: body === undefined ? null : sentBody(body),
  };
}

const methodNames = { get: 'GET', post: 'POST', patch: 'PATCH', delete: 'DELETE' } as const;

function sentBody({ password, ...rest }: Readonly<Record<string, unknown>>): SentRequest['body'] {
  const fields: NonNullable<SentRequest['body']>['fields'] = {};
  for (const [name, value] of Object.entries(rest)) {
    if (typeof value === 'string') fields[name] = value.slice(0, mostPath);
    else if (typeof value === 'number' || typeof value === 'boolean' || value === null) fields[name] = value;
  }
  return { fields, setsPassword: password !== undefined };
}

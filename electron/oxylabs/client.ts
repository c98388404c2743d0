import { z } from 'zod';
import { type AccountId, accountIdSchema } from '../contract/account.ts';
import { type ApiFailure, failed, type Outcome, succeeded } from '../contract/failure.ts';
import { roundedGb } from '../contract/limit.ts';
import { type SubUserList, subUserIdSchema } from '../contract/sub-user.ts';
import type { NewSubUser, SubUserChanges } from '../contract/sub-user-changes.ts';
import type { MonthTotal, TargetTraffic, UsageQuery, UsageSeries } from '../contract/usage.ts';
import { type Answer, understand, understandWrite } from './answer.ts';
import { createHttp, type HttpParts, type HttpRequest } from './http.ts';
import { Secret } from './secret.ts';
import { readSubUsers } from './sub-user-answers.ts';
import { readMonthTotal, readTargetTraffic, readUsageSeries } from './usage-answers.ts';

/** Identifies the caller: the account in the path and the token in the header. */
export type Authorization = { accountId: AccountId; token: Secret };
type Options = { signal?: AbortSignal };

/** The vendor's Public API, all eight calls. None throws: each returns a value or a failure. */
export type OxylabsClient = {
  /** Exchanges the main user's credentials for a token that lasts an hour. 401 and 403 are both `bad-credentials`. */
  login(username: string, password: Secret): Promise<Outcome<Authorization>>;
  listSubUsers(who: Authorization, options?: Options): Promise<Outcome<SubUserList>>;
  /** The id is null where the answer has none: find the sub-user by its name in the list. */
  createSubUser(
    who: Authorization,
    subUser: NewSubUser,
    options?: Options,
  ): Promise<Outcome<{ id: number | null }>>;
  updateSubUser(
    who: Authorization,
    id: number,
    changes: SubUserChanges,
    options?: Options,
  ): Promise<Outcome<null>>;
  deleteSubUser(who: Authorization, id: number, options?: Options): Promise<Outcome<null>>;
  subUserUsage(
    who: Authorization,
    id: number,
    query: UsageQuery,
    options?: Options,
  ): Promise<Outcome<UsageSeries>>;
  /** One day, `YYYY-MM-DD`; the API has the last 30. */
  targetUsage(
    who: Authorization,
    id: number,
    date: string,
    options?: Options,
  ): Promise<Outcome<TargetTraffic>>;
  /** The account's total for the current calendar month. */
  monthTotal(who: Authorization, options?: Options): Promise<Outcome<MonthTotal>>;
};

const loginSchema = z.object({ user_id: accountIdSchema, token: z.string().regex(/^[\x21-\x7e]{1,8192}$/) });
const createdSchema = z.object({ id: subUserIdSchema });

export function createClient(parts: HttpParts): OxylabsClient {
  const http = createHttp(parts);

  function ask(who: Authorization, request: Omit<HttpRequest, 'authorization'>): Promise<Outcome<Answer>> {
    const path = `/users/${encodeURIComponent(who.accountId)}${request.path}`;
    return http({ ...request, path, authorization: `Bearer ${who.token.reveal()}` });
  }
  async function read<Value>(
    who: Authorization,
    path: string,
    parse: (body: unknown) => Value | null,
    options: Options & { query?: Record<string, string> } = {},
  ): Promise<Outcome<Value>> {
    const answer = await ask(who, { method: 'get', path, ...options });
    return answer.ok ? understand(answer.value, parse) : answer;
  }
  async function write(
    who: Authorization,
    request: Pick<HttpRequest, 'method' | 'path' | 'body' | 'signal'>,
  ): Promise<Outcome<null>> {
    const answer = await ask(who, request);
    if (!answer.ok) return answer;
    const understood = understandWrite(answer.value);
    return understood.ok ? succeeded(null) : understood;
  }

  return {
    async login(username, password) {
      const credentials = Buffer.from(`${username}:${password.reveal()}`, 'utf8').toString('base64');
      const answer = await http({ method: 'post', path: '/login', authorization: `Basic ${credentials}` });
      if (!answer.ok) return failed(loginFailure(answer.failure));
      return understand(answer.value, (body) => {
        const login = loginSchema.safeParse(body).data;
        return login === undefined ? null : { accountId: login.user_id, token: new Secret(login.token) };
      });
    },
    listSubUsers: (who, options) => read(who, '/sub-users', readSubUsers, options),
    async createSubUser(who, subUser, options) {
      const answer = await ask(who, {
        method: 'post',
        path: '/sub-users',
        body: newSubUserBody(subUser),
        ...options,
      });
      if (!answer.ok) return answer;
      const understood = understandWrite(answer.value);
      if (!understood.ok) return understood;
      return succeeded({ id: createdSchema.safeParse(understood.value).data?.id ?? null });
    },
    updateSubUser: (who, id, changes, options) =>
      write(who, { method: 'patch', path: `/sub-users/${id}`, body: changesBody(changes), ...options }),
    deleteSubUser: (who, id, options) =>
      write(who, { method: 'delete', path: `/sub-users/${id}`, ...options }),
    subUserUsage: (who, id, query, options) =>
      read(who, `/sub-users/${id}`, readUsageSeries, { ...options, query: usageQuery(query) }),
    targetUsage: (who, id, date, options) =>
      read(who, `/sub-users/${id}/target-stats`, readTargetTraffic, { ...options, query: { date } }),
    monthTotal: (who, options) => read(who, '/client-stats', readMonthTotal, options),
  };
}

/** Converts a failed login: a wrong password is a 401 in the reference, and a 403 has been observed. */
function loginFailure(failure: ApiFailure): ApiFailure {
  const wrong = failure.kind === 'signed-out' || (failure.kind === 'rejected' && failure.status === 403);
  return wrong ? { kind: 'bad-credentials' } : failure;
}

function newSubUserBody({ username, password, limitGb, lifetime, disablesAtLimit }: NewSubUser) {
  return { username, password, traffic_limit: sentLimit(limitGb), lifetime, auto_disable: disablesAtLimit };
}

function changesBody({ password, limitGb, lifetime, status, disablesAtLimit }: SubUserChanges) {
  return {
    ...(password !== undefined && { password }),
    ...(limitGb !== undefined && { traffic_limit: sentLimit(limitGb) }),
    ...(lifetime !== undefined && { lifetime }),
    ...(status !== undefined && { status }),
    ...(disablesAtLimit !== undefined && { auto_disable: disablesAtLimit }),
  };
}

function sentLimit(limitGb: number | null): number | null {
  return limitGb === null ? null : roundedGb(limitGb);
}

function usageQuery(query: UsageQuery): Record<string, string> {
  if (query.type !== 'custom') return { type: query.type };
  return { type: 'custom', date_from: query.dateFrom, date_to: query.dateTo, time_zone: query.timeZone };
}

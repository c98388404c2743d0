import { z } from 'zod';
import { type AccountId, accountIdSchema } from '../contract/account.ts';
import { type ApiFailure, failed, type Outcome, succeeded } from '../contract/failure.ts';
import { roundedGb } from '../contract/limit.ts';
import { type SubUserList, subUserIdSchema } from '../contract/sub-user.ts';
import type { NewSubUser, SubUserChanges } from '../contract/sub-user-changes.ts';
import type { MonthTotal, TargetTraffic, UsageQuery, UsageSeries } from '../contract/usage.ts';
import { type Answer, understand, understandWrite } from './answer.ts';
import { createHttp, type HttpParts } from './http.ts';
import { openTrace, type Recorder, type Recording } from './recorder.ts';
import { Secret } from './secret.ts';
import { type ClientRequest, sentRequest } from './sent-request.ts';
import { readSubUsers } from './sub-user-answers.ts';
import { readMonthTotal, readTargetTraffic, readUsageSeries } from './usage-answers.ts';

/** Identifies the caller: the account in the path and the token in the header. */
export type Authorization = { accountId: AccountId; token: Secret };
type Options = {
  signal?: AbortSignal;
  /** Takes note of this call, beside the recorder of all. */
  recorder?: Recorder;
};

/** The vendor's Public API, all eight calls. None throws: each returns a value or a failure. */
export type OxylabsClient = {
  /** Exchanges the main user's credentials for a token that lasts an hour. 401 and 403 are both `bad-credentials`. */
  login(username: string, password: Secret, options?: Options): Promise<Outcome<Authorization>>;
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

export type ClientParts = HttpParts & {
  /** Takes note of every request. */
  recording?: Recording;
};

export function createClient({ recording, ...parts }: ClientParts): OxylabsClient {
  const http = createHttp(parts);

  /** Sends one request, the only place through which each passes. */
  async function send<Value>(
    request: ClientRequest,
    { signal, recorder }: Options,
    understood: (answer: Outcome<Answer>) => Outcome<Value>,
  ): Promise<Outcome<Value>> {
    const { secrets, call } = request;
    const recorders = [recording?.recorder, recorder].filter((each) => each !== undefined);
    const unrecorded = { secrets, answerIsSecret: call === 'login' };
    const report = recording?.report ?? (() => {});
    const trace = openTrace(recorders, () => sentRequest(request), unrecorded, report);
    const outcome = understood(await http({ ...request, signal, onTried: trace.tried }));
    trace.ended(outcome.ok ? null : outcome.failure);
    return outcome;
  }
  function ask<Value>(
    who: Authorization,
    request: Omit<ClientRequest, 'authorization' | 'secrets'>,
    options: Options = {},
    understood: (answer: Answer) => Outcome<Value>,
  ): Promise<Outcome<Value>> {
    const token = who.token.reveal();
    const { password } = request.body ?? {};
    const authorized = {
      ...request,
      path: `/users/${encodeURIComponent(who.accountId)}${request.path}`,
      authorization: `Bearer ${token}`,
      secrets: typeof password === 'string' ? [token, password] : [token],
    };
    return send(authorized, options, (answer) => (answer.ok ? understood(answer.value) : answer));
  }
  function read<Value>(
    who: Authorization,
    request: Pick<ClientRequest, 'call' | 'path' | 'subUserId' | 'query'>,
    parse: (body: unknown) => Value | null,
    options: Options | undefined,
  ): Promise<Outcome<Value>> {
    return ask(who, { method: 'get', ...request }, options, (answer) => understand(answer, parse));
  }
  function write<Value = null>(
    who: Authorization,
    request: Omit<ClientRequest, 'authorization' | 'secrets'>,
    options: Options | undefined,
    result: (body: unknown) => Value,
  ): Promise<Outcome<Value>> {
    return ask(who, request, options, (answer) => {
      const understood = understandWrite(answer);
      return understood.ok ? succeeded(result(understood.value)) : understood;
    });
  }
  const nothing = () => null;

  return {
    login(username, password, options = {}) {
      const revealed = password.reveal();
      const credentials = Buffer.from(`${username}:${revealed}`, 'utf8').toString('base64');
      const request: ClientRequest = {
        call: 'login',
        method: 'post',
        path: '/login',
        username,
        authorization: `Basic ${credentials}`,
        secrets: [revealed, credentials, `${username}:${revealed}`],
      };
      return send(request, options, (answer) =>
        answer.ok ? understand(answer.value, readLogin) : failed(loginFailure(answer.failure)),
      );
    },
    listSubUsers: (who, options) =>
      read(who, { call: 'listSubUsers', path: '/sub-users' }, readSubUsers, options),
    createSubUser(who, subUser, options) {
      const body = newSubUserBody(subUser);
      const request = { call: 'createSubUser', method: 'post', path: '/sub-users', body } as const;
      return write(who, request, options, (answer) => ({
        id: createdSchema.safeParse(answer).data?.id ?? null,
      }));
    },
    updateSubUser(who, id, changes, options) {
      const body = changesBody(changes);
      return write(who, { ...about('updateSubUser', id), method: 'patch', body }, options, nothing);
    },
    deleteSubUser: (who, id, options) =>
      write(who, { ...about('deleteSubUser', id), method: 'delete' }, options, nothing),
    subUserUsage(who, id, query, options) {
      return read(who, { ...about('subUserUsage', id), query: usageQuery(query) }, readUsageSeries, options);
    },
    targetUsage(who, id, date, options) {
      const { call, subUserId, path } = about('targetUsage', id);
      const request = { call, subUserId, path: `${path}/target-stats`, query: { date } };
      return read(who, request, readTargetTraffic, options);
    },
    monthTotal: (who, options) =>
      read(who, { call: 'monthTotal', path: '/client-stats' }, readMonthTotal, options),
  };
}

function about<Call extends ClientRequest['call']>(call: Call, id: number) {
  return { call, subUserId: id, path: `/sub-users/${id}` };
}

function readLogin(body: unknown): Authorization | null {
  const login = loginSchema.safeParse(body).data;
  return login === undefined ? null : { accountId: login.user_id, token: new Secret(login.token) };
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

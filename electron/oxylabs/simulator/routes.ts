import type { SimulatedAccount } from './account.ts';
import { json, refuse, type SimulatorAnswer, type SimulatorRequest } from './exchange.ts';
import { createSubUser, deleteSubUser, listSubUsers, updateSubUser } from './sub-user-routes.ts';
import { clientStats, subUserStats, targetStats } from './usage-routes.ts';

/**
 * Answers one of the eight calls, below any base path that ends in a version, or with the error that the API
 * documents for it.
 */
export function answer(account: SimulatedAccount, request: SimulatorRequest): SimulatorAnswer {
  const path = /\/v\d+(\/.*)$/.exec(request.path)?.[1] ?? '';
  if (path === '/login')
    return request.method === 'POST' ? login(account, request) : refuse(404, 'Not found');

  const [, userId, rest] = /^\/users\/([^/]+)(\/.*)$/.exec(path) ?? [];
  if (!account.accepts(request.authorization.replace(/^Bearer /, ''))) return refuse(401, 'Unauthorized');
  if (userId !== account.accountId || rest === undefined) return refuse(404, 'User not found');
  return ofAccount(account, request, rest);
}

function ofAccount(account: SimulatedAccount, request: SimulatorRequest, path: string): SimulatorAnswer {
  const { method } = request;
  if (path === '/client-stats' && method === 'GET') return clientStats(account);
  if (path === '/sub-users' && method === 'GET') return listSubUsers(account);
  if (path === '/sub-users' && method === 'POST') return createSubUser(account, request.body);

  const [, id, stats] = /^\/sub-users\/(\d+)(\/target-stats)?$/.exec(path) ?? [];
  const subUser = account.people.get(Number(id));
  if (subUser === undefined) return refuse(404, 'Sub-user not found');
  if (stats !== undefined)
    return method === 'GET' ? targetStats(account, subUser, request.query) : refuse(404, 'Not found');
  switch (method) {
    case 'GET':
      return subUserStats(account, subUser, request.query);
    case 'PATCH':
      return updateSubUser(account, subUser, request.body);
    case 'DELETE':
      return deleteSubUser(account, subUser);
    default:
      return refuse(404, 'Not found');
  }
}

function login(account: SimulatedAccount, { authorization }: SimulatorRequest): SimulatorAnswer {
  const { username, password } = account.credentials;
  const expected = Buffer.from(`${username}:${password}`, 'utf8').toString('base64');
  if (authorization !== `Basic ${expected}`) return refuse(401, 'Unauthorized');
  return json(200, { user_id: account.accountId, token: account.issueToken() });
}

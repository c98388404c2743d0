import type { SimulatedAccount } from '../account.ts';
import type { SimulatedSubUser } from '../people.ts';
import { faultNamedBy, type ProxyFault, type RefusalName } from './answers.ts';

const parameters = ['cc', 'cn', 'city', 'st', 'postalcode', 'ASN', 'sessid', 'sessid_oneip', 'sesstime'];
const restricted = /(^|\.)restricted\.example$/;

/** A request to the proxy: whose it is, and where it goes. */
export type ProxyRequest = { login: string; password: string; host: string; port: number };

/** What the proxy decides about a request. */
export type Verdict =
  | { kind: 'refused'; why: RefusalName }
  | { kind: 'open'; subUser: SimulatedSubUser | null; country: string; fault: ProxyFault | null };

/** Decides as the vendor does: first the login, then the limits, then the target. */
export function judge(account: SimulatedAccount, request: ProxyRequest, planUsedUp: boolean): Verdict {
  const { login, password, host, port } = request;
  const [customer, username = '', ...rest] = login.split('-');
  const fault = faultNamedBy(username);
  const subUser = [...account.people.values()].find((each) => each.username === username) ?? null;
  if (customer !== 'customer' || (subUser === null && fault === null)) return refused('authentication');
  if (subUser !== null && subUser.password !== undefined && subUser.password !== password) {
    return refused('authentication');
  }
  if (subUser !== null && isOverLimit(account, subUser)) return refused('limit');
  if (subUser !== null && account.status(subUser) === 'disabled') return refused('authentication');
  if (planUsedUp) return refused('limit');
  const named = rest.filter((_, at) => at % 2 === 0);
  if (rest.length % 2 !== 0 || !named.every((each) => parameters.includes(each)))
    return refused('parameters');
  if (restricted.test(host)) return refused('restricted');
  if (port !== 443 && port !== 80) return refused('invalid-request');
  return { kind: 'open', subUser, country: rest[rest.indexOf('cc') + 1] ?? 'US', fault };
}

function isOverLimit(account: SimulatedAccount, subUser: SimulatedSubUser): boolean {
  const { limitGb, disablesAtLimit } = subUser;
  if (limitGb === 0) return true;
  return limitGb !== null && disablesAtLimit && account.trafficGb(subUser) >= limitGb;
}

function refused(why: RefusalName): Verdict {
  return { kind: 'refused', why };
}

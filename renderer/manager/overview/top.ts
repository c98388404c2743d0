import type { SubUser } from '../../../electron/contract/sub-user.ts';

/** A sub-user with traffic in this month. */
export type TopSubUser = { subUser: SubUser; trafficGb: number };

/**
 * Returns the sub-users with the most traffic this month. Lifetime ones are left out: the API reports all of their
 * traffic, not that of the month.
 */
export function topOf(subUsers: readonly SubUser[], most: number): TopSubUser[] {
  return subUsers
    .flatMap((subUser) => {
      const { trafficGb, lifetime } = subUser;
      return trafficGb === null || trafficGb === 0 || lifetime === true ? [] : [{ subUser, trafficGb }];
    })
    .sort((one, other) => other.trafficGb - one.trafficGb)
    .slice(0, most);
}

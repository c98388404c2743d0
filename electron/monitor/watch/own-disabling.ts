import type { OxylabsClient } from '../../oxylabs/client.ts';
import { isUnclear } from '../unclear.ts';

/** Notes each sub-user that this app itself disables, before it asks the API to: the vendor did not do that. */
export function notingOwnDisabling<Client extends Pick<OxylabsClient, 'updateSubUser'>>(
  client: Client,
  note: (id: number, disabling: boolean) => void,
): Client {
  return {
    ...client,
    async updateSubUser(who, id, changes, options) {
      if (changes.status === undefined) return client.updateSubUser(who, id, changes, options);
      note(id, changes.status === 'disabled');
      const updated = await client.updateSubUser(who, id, changes, options);
      if (!updated.ok && !isUnclear(updated.failure)) note(id, false);
      return updated;
    },
  };
}

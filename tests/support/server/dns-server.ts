import dns, { Packet, type Resource } from 'dns2';

/** What a name has: an alias, addresses (another set at each question, in turns), or no answer at all. */
export type ZoneEntry = { alias: string } | { addresses: readonly (readonly string[])[] } | 'silent';

export type DnsServer = {
  port: number;
  zone: Map<string, ZoneEntry>;
  /** The names that were asked, with the type of record. */
  questions: string[];
  close(): Promise<void>;
};

const missing = 3;

/** Starts a recursive DNS server on loopback, which knows the names of its zone only. */
export async function startDnsServer(zone: Map<string, ZoneEntry>): Promise<DnsServer> {
  const questions: string[] = [];
  const turns = new Map<string, number>();
  const server = dns.createUDPServer((request, send) => {
    const [{ name, type } = { name: '', type: 0 }] = request.questions;
    const typeName = type === Packet.TYPE.CNAME ? 'CNAME' : type === Packet.TYPE.A ? 'A' : 'AAAA';
    questions.push(`${typeName} ${name}`);
    const response = Packet.createResponseFromRequest(request);
    const isKnown = answer(name, type, (record) => response.answers.push(new Packet.Resource(record)));
    if (isKnown === null) return;
    if (!isKnown) response.header.rcode = missing;
    send(response);
  });

  function answer(
    name: string,
    type: number,
    add: (record: Omit<Resource, 'toBuffer'>) => void,
  ): boolean | null {
    let at = name;
    for (let step = 0; step < 60; step += 1) {
      const entry = zone.get(at);
      if (entry === 'silent') return null;
      if (entry === undefined) return step > 0 && type === Packet.TYPE.CNAME;
      const record = { name: at, class: Packet.CLASS.IN, ttl: 0 };
      if ('addresses' in entry) {
        const turn = turns.get(`${at} ${type}`) ?? 0;
        turns.set(`${at} ${type}`, turn + 1);
        for (const address of entry.addresses[turn % entry.addresses.length] ?? []) {
          const its = address.includes(':') ? Packet.TYPE.AAAA : Packet.TYPE.A;
          if (its === type) add({ ...record, type, address });
        }
        return true;
      }
      add({ ...record, type: Packet.TYPE.CNAME, domain: entry.alias });
      if (type === Packet.TYPE.CNAME) return true;
      at = entry.alias;
    }
    return true;
  }

  await server.listen(0, '127.0.0.1');
  const { port } = server.address();
  return { port, zone, questions, close: async () => void server.close() };
}
